import type { Remote } from '../../src-preload/contract/model/item.ts'
import { failed } from '../core/refusal.ts'
import { failureOf, refusalOf } from './bluesky/failures.ts'
import { takeDown } from './bluesky/gates.ts'
import { judgeOptions, optionsOf } from './bluesky/judge.ts'
import { findMentions } from './bluesky/mentions.ts'
import { findPicture } from './bluesky/picture.ts'
import { createSignIn, lifeOf } from './bluesky/oauth.ts'
import { lookup, publish } from './bluesky/publish.ts'
import { readBack } from './bluesky/read-back.ts'
import { createKeyMaker } from './bluesky/record-keys.ts'
import { findCard, findRanges } from './bluesky/rich-text.ts'
import { asAccount, openSession, type Signed } from './bluesky/session.ts'
import { blueskyForm, type BlueskySettings, blueskySettings } from './bluesky/settings.ts'
import { postsOf } from './bluesky/thread-parts.ts'
import type { Access, Change, Channel, ChannelTools, Connected, Work } from './channel.ts'
import { defineChannel } from './kit/define-channel.ts'
import { BLUESKY } from './rules/bluesky.ts'

/** Bluesky, and every other server of the AT Protocol that keeps posts. */
export const createBluesky = (tools: ChannelTools): Channel => {
  const makeKeys = createKeyMaker(tools.clock, tools.random)
  return defineChannel<BlueskySettings>({
    rules: BLUESKY,
    group: 'open',
    summary: 'Short posts and threads on Bluesky or on your own server.',
    secret: {
      title: 'App password',
      description:
        'Make one in Bluesky under Settings > Privacy and security > App passwords. Not needed when you sign in by the browser, which holds for two weeks; an app password holds until you delete it.',
      optional: true,
    },
    reading: {
      ranges: findRanges,
      card: async (draft, texts) => (await findCard(draft, texts))?.link ?? null,
    },
    judge: judgeOptions,
    form: blueskyForm,
    settings: blueskySettings,
    signIn: createSignIn(tools),
    connect: (access) => connect(access, tools),
    plan: (draft) => makeKeys(postsOf(draft).length),
    publish: (work) => publish(work, tools),
    lookup: (work) => lookup(work, tools),
    readBack: (access, since) => readBack(access, since, tools),
    mentions: (access, typed) => findMentions(access, typed, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
  })
}

const connect = async (given: Access<BlueskySettings>, tools: ChannelTools): Promise<Connected<BlueskySettings>> => {
  const settings = { ...given.settings, service: new URL(given.settings.service).origin }
  const access = { ...given, settings }
  try {
    const life = await lifeOf(access)
    if (access.secret === null && life) return await asAccount(access, tools, (signed) => signedInAs(signed, life))
    const session = await openSession(access, tools)
    await session.signIn(settings.identifier)
    return await session.use(async (signed) => {
      const { did, handle } = signed
      return { kind: 'valid', identity: handle, settings: { ...settings, did }, ...(await findPicture(signed)) }
    })
  } catch (error) {
    return refusalOf(error, tools, access)
  }

  async function signedInAs(signed: Signed, life: Life): Promise<Connected<BlueskySettings>> {
    const { agent, did } = signed
    const { data } = await agent.com.atproto.server.getSession()
    const permissions = [{ name: 'transition:generic', why: 'To post, to upload and to take down.' }].map((one) => ({
      ...one,
      granted: life.scopes.includes(one.name),
    }))
    const identity = data.handle
    const picture = await findPicture(signed)
    const { expiresAt } = life
    return { kind: 'valid', identity, settings: { ...settings, did }, expiresAt, permissions, ...picture }
  }
}
type Life = NonNullable<Awaited<ReturnType<typeof lifeOf>>>

const unpublish = async (work: Work<BlueskySettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  const parts = remote.parts.length > 0 ? remote.parts : [remote]
  try {
    return await asAccount(work, tools, async ({ agent, did }) => {
      const foreign = parts.find(({ id }) => !id.startsWith(`at://${did}/`))
      if (foreign) return { kind: 'refused', failure: notOurs(foreign.id) }
      // The newest first: a reply never stands without what it replies to.
      for (const { id } of parts.toReversed()) await takeDown(id, optionsOf(work.draft), agent)
      return { kind: 'done', remote }
    })
  } catch (error) {
    return { kind: 'refused', failure: failureOf(error, tools, work) }
  }
}

const notOurs = (id: string) =>
  failed(
    'rejected-by-channel',
    'Posthorn did not send this post from this account, so it cannot take it down.',
    'Delete it on Bluesky itself.',
    { detail: id },
  )
