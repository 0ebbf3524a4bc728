import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { error, warning } from './check/problem.ts'
import { makeNameMarker } from './kit/article/name-marker.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { edit, unpublish } from './micropub/change.ts'
import { connect } from './micropub/connect.ts'
import { placeOf, toldOf, uidOf } from './micropub/entry.ts'
import { lookup, readBack } from './micropub/lookup.ts'
import { publish } from './micropub/publish.ts'
import { micropubForm, type MicropubSettings, micropubSettings } from './micropub/settings.ts'
import { createClient, createSignIn, renew } from './micropub/sign-in.ts'
import type { Tools } from './micropub/site.ts'
import { MICROPUB } from './rules/micropub.ts'

/** A site of the person's own by Micropub, found and signed in at as the IndieWeb does. */
export const createMicropub = (given: ChannelTools): Channel => {
  const tools: Tools = { ...given, client: createClient(given) }
  return defineChannel<MicropubSettings>({
    rules: MICROPUB,
    group: 'open',
    summary:
      'Notes, articles and photos on your own site, where it speaks Micropub: WordPress, Kirby, micro.blog, Indiekit.',
    guide: [
      {
        text: 'Your site must take posts by Micropub: some do by themselves, others by a plugin of that name.',
        url: 'https://indieweb.org/Micropub/Servers',
      },
      { text: 'Enter its address, and sign in by the browser: the site asks you what Posthorn may do.', url: null },
      { text: 'If it has no IndieAuth, make an access token in its settings and paste that.', url: null },
    ],
    secret: {
      title: 'Access token',
      description: 'As your site gives it out. Not needed when you sign in by the browser.',
      optional: true,
    },
    reading: readByRules(MICROPUB),
    judge,
    form: micropubForm,
    settings: micropubSettings,
    signIn: createSignIn(tools.client, tools),
    connect: (access) => connect(access, tools),
    renew: (access) => renew(access, tools),
    plan: (draft) => makeNameMarker(toldOf(draft).title ?? firstLineOf(draft), draft.options['slug'], tools),
    publish: (work) => publish(work, tools),
    lookup: (work) => lookup(work, tools),
    edit: (work, remote) => edit(work, remote, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
    readBack: (access, since) => readBack(access, since, tools),
  })
}

const firstLineOf = ({ text }: Draft): string => text.trim().split('\n', 1)[0] ?? ''

/** What the site told of itself stands against a draft. */
const judge = (draft: Draft, { endpoint, media, offers }: MicropubSettings): Problem[] => {
  const { syndicate_to: wanted = [] } = toldOf(draft)
  const unknown = offers ? wanted.filter((one) => uidOf(one, offers) === null) : []
  const known = offers?.syndicateTo.map(({ name }) => name).join(', ') || 'nowhere'
  const bare = endpoint !== undefined && media === undefined && draft.media.length > 0
  return [
    ...unknown.map((one) =>
      error('option-invalid', `The site sends no copies to ${one}; it does to ${known}.`, 'Choose another.', 'options'),
    ),
    ...(isOfKind(draft, offers?.types ?? [])
      ? []
      : [
          warning(
            'type-not-offered',
            'The site does not say that it has such posts.',
            'Look at it once it is there.',
            'options',
          ),
        ]),
    ...(bare && draft.media.some(({ alt }) => alt.trim() !== '')
      ? [
          warning(
            'alt-not-shown',
            'The site takes no descriptions of files.',
            'Nothing to do if that is fine.',
            'media',
          ),
        ]
      : []),
    ...(bare && draft.emphasis.length > 0
      ? [
          warning(
            'emphasis-not-shown',
            'With files, the site takes plain words only.',
            'Nothing to do if that is fine.',
            'text',
          ),
        ]
      : []),
  ]
}

const isOfKind = (draft: Draft, types: readonly string[]): boolean => {
  const [file] = draft.media
  const { title, in_reply_to } = toldOf(draft)
  const kind = in_reply_to ? 'reply' : title ? 'article' : file ? placeOf(file.mime) : 'note'
  return types.length === 0 || types.includes(kind)
}
