import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterEach, expect, test, vi } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { startMastodonContractServer } from '../fixtures/mastodon-contract-server.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, workOf } from './channel-world.ts'

/* Schedules, quotes, names, files for others and signing in by the browser, against the contract server. */
const mastodon = channelNamed('mastodon')
// The description of the API is large, and read by whichever test is first.
vi.setConfig({ testTimeout: 20_000 })
let contract: Awaited<ReturnType<typeof startMastodonContractServer>>

const start = async (...about: Parameters<typeof startMastodonContractServer>) => {
  contract = await startMastodonContractServer(...about)
  const slot = sessionSlot()
  const settings = { server: contract.url }
  return {
    contract,
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(mastodon, draftOf(draft), { settings, secret: contract.token, session: slot, ...more }),
  }
}
afterEach(() => {
  expect(contract.breaches).toEqual([])
})

const HOUR = 3_600_000
const inAnHour = () => Math.floor((Date.now() + HOUR) / 1000) * 1000
const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
const { handOver, host, signIn } = mastodon
if (!handOver || !host || !signIn) throw new Error('Mastodon lacks what is tried here')
const given = async (work: ReturnType<typeof workOf>) => {
  const outcome = await handOver.give(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome
}
const published = async (work: ReturnType<typeof workOf>) => {
  const outcome = await mastodon.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome
}

test('hands a post over with its files, follows it while it is held, and finds it when it stands', async () => {
  const { work, contract } = await start()
  const media = [await mediaOf(await picture(), 'a.png', 'Red')]
  const sent = work({ text: 'Later', media, options: { spoiler_text: 'CW', language: 'de' } }, { at: inAnHour() })
  const { remote } = await given(sent)
  expect(contract.scheduled).toMatchObject([
    {
      id: remote.id,
      at: new Date(sent.at).toISOString(),
      body: { status: 'Later', spoiler_text: 'CW', language: 'de', media_ids: [expect.any(String)] },
    },
  ])
  expect(contract.statuses).toEqual([])
  expect(await handOver.follow(sent, remote)).toEqual({ kind: 'held' })
  contract.publishScheduled()
  const followed = await handOver.follow(sent, remote)
  expect(followed).toMatchObject({ kind: 'published', remote: { id: contract.statuses[0]?.id } })
})

test.each([true, false])(
  'what was given and never answered for is found, and not given twice (keys heeded: %s)',
  async (heedsKeys) => {
    const { work, contract } = await start()
    contract.state.heedsKeys = heedsKeys
    const sent = work('Later', { at: inAnHour() })
    expect(await handOver.find?.(sent)).toEqual({ kind: 'absent' })
    contract.say(/POST \/api\/v1\/statuses/, { status: 502, body: '', after: true })
    expect(await handOver.give(sent)).toMatchObject({ kind: 'unclear' })
    const found = await handOver.find?.(sent)
    expect(found).toMatchObject({ kind: 'found', remote: { id: contract.scheduled[0]?.id, url: null } })
    expect((await given(sent)).remote).toEqual(found?.kind === 'found' && found.remote)
    expect(contract.scheduled).toHaveLength(1)
    contract.publishScheduled()
    expect(await handOver.find?.(sent)).toMatchObject({ kind: 'found', remote: { id: contract.statuses[0]?.id } })
  },
)

test('takes back what is held; what was taken away there is gone', async () => {
  const { work, contract } = await start()
  const sent = work('Later', { at: inAnHour() })
  const { remote } = await given(sent)
  expect(await handOver.takeBack(sent, remote)).toEqual({ kind: 'done', remote })
  expect(contract.scheduled).toEqual([])
  expect(await handOver.follow(sent, remote)).toEqual({ kind: 'gone' })
  expect(await handOver.takeBack(sent, remote)).toMatchObject({ kind: 'refused' })
})

test('between its time and its publishing a post counts as held for a while', async () => {
  const { work, contract } = await start()
  const sent = work('Later', { at: inAnHour() })
  const { remote } = await given(sent)
  contract.scheduled.splice(0)
  expect(await handOver.follow({ ...sent, at: Date.now() - 60_000 }, remote)).toEqual({ kind: 'held' })
  expect(await handOver.follow({ ...sent, at: Date.now() - 600_000 }, remote)).toEqual({ kind: 'gone' })
})

test('a server without a schedule publishes at once, and that is what is said of it', async () => {
  const { work, contract } = await start()
  contract.state.schedules = false
  const sent = work('Too early', { at: inAnHour() })
  const { remote, reservation } = await given(sent)
  expect(remote.url).toContain(contract.statuses[0]?.id)
  expect(reservation?.message).toContain('at once')
  expect(await handOver.follow(sent, remote)).toMatchObject({ kind: 'published' })
  expect(await handOver.takeBack(sent, remote)).toMatchObject({ kind: 'refused' })
})

test('a thread, and what is too near, are not handed over', async () => {
  const { work, contract } = await start()
  const thread = work({ text: 'One\n---\nTwo', thread: true }, { at: inAnHour() })
  expect(await handOver.give(thread)).toMatchObject({ kind: 'rejected', failure: { code: 'channel-unsupported' } })
  expect(await handOver.give(work('Now', { at: Date.now() + 60_000 }))).toMatchObject({ kind: 'rejected' })
  expect([contract.scheduled, contract.statuses]).toEqual([[], []])
})

test('quotes and answers posts by their pages, and says who may quote', async () => {
  const { work, contract } = await start()
  const { remote } = await published(work('First'))
  const options = { quote: remote.url, reply_to: remote.url, quotes: 'followers' }
  const { reservation } = await published(work({ text: 'Second', options }))
  expect(reservation).toBeUndefined()
  expect(contract.statuses[0]).toMatchObject({ in_reply_to_id: remote.id, quote: { state: 'accepted' } })
  const asked = contract.requests.filter(({ method, path }) => method === 'POST' && path === '/api/v1/statuses')
  expect(asked.at(-1)?.body).toMatchObject({ quoted_status_id: remote.id, quote_approval_policy: 'followers' })
  const nothing = work({ text: 'Third', options: { quote: 'https://social.example/@alice/1' } })
  expect(await mastodon.publish(nothing)).toMatchObject({ kind: 'rejected', failure: { field: 'options' } })
})

test('a server from before quotes is not asked for one', async () => {
  const { work, contract } = await start({ instance: { api_versions: { mastodon: 6 } } })
  const { remote } = await published(work({ text: 'First', options: { quotes: 'nobody' } }))
  expect(await mastodon.publish(work({ text: 'Second', options: { quote: remote.url } }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'channel-unsupported' },
  })
  expect(contract.statuses).toHaveLength(1)
})

test('what a server takes is asked for again a day later, and once in between', async () => {
  let now = Date.now()
  const later = channelNamed('mastodon', { clock: { now: () => now, after: () => () => {} } })
  const { work, contract } = await start({ instance: { configuration: { statuses: { max_characters: 1000 } } } })
  contract.breaches.splice(0)
  const max = async () => (await later.check(draftOf('x'), work('').settings)).count?.max
  expect(await max()).toBe(500)
  await later.publish(work('One'))
  await later.publish(work('Two'))
  const asked = () => contract.requests.filter(({ path }) => path === '/api/v2/instance').length
  expect([await max(), asked()]).toEqual([1000, 1])
  now += 86_400_001
  await later.publish(work('Three'))
  expect(asked()).toBe(2)
  contract.breaches.splice(0)
})

test('the focus of an image goes with it', async () => {
  const { work, contract } = await start()
  const media = [await mediaOf(await picture(), 'a.png', 'Red')]
  await published(work({ text: 'Look', media, options: { focus: ['-0.5,1'] } }))
  expect([...contract.media.values()]).toMatchObject([{ focus: '-0.5,1' }])
  const problems = async (focus: string) =>
    (await mastodon.check(draftOf({ text: 'x', options: { focus: [focus] } }), work('').settings)).problems
  expect(await problems('0,2')).toMatchObject([{ code: 'option-invalid' }])
})

test('offers whom a name being typed may mean', async () => {
  const { work, contract } = await start()
  expect(await mastodon.mentions?.(work(''), '@bo')).toEqual({
    kind: 'known',
    entries: [{ id: '2', name: 'Bob', handle: '@bob@example.org', insert: '@bob@example.org' }],
  })
  contract.say(/accounts\/search/, { status: 500, body: { error: 'Oops' } })
  expect(await mastodon.mentions?.(work(''), 'bo')).toMatchObject({ kind: 'failed', failure: { code: 'unreachable' } })
})

test('keeps a file for others to fetch once it is ready, and takes it away again', async () => {
  const { work, contract } = await start()
  contract.state.processing = 1
  const file = await mediaOf(await picture(), 'a.png')
  const offered = { path: file.path, mime: file.mime, name: file.name, size: file.size }
  let progress = 0
  const kept = await host.keep(work(''), offered, (sent) => void (progress = sent))
  if (kept.kind !== 'hosted') throw new Error(JSON.stringify(kept))
  expect(kept.url).toMatch(/^https:\/\/social\.example\/media\//)
  expect([...contract.media.values()]).toMatchObject([{ size: readFileSync(file.path).length }])
  expect(progress).toBeGreaterThan(file.size)
  expect(await host.drop(work(''), kept.id)).toEqual({ kind: 'gone' })
  expect(contract.media.size).toBe(0)
  expect(await host.drop(work(''), kept.id)).toEqual({ kind: 'gone' })
})

test('a server that takes no file away says so', async () => {
  const { work, contract } = await start()
  const file = await mediaOf(await picture(), 'a.png')
  const offered = { path: file.path, mime: file.mime, name: file.name, size: file.size }
  const kept = await host.keep(work(''), offered, () => {})
  contract.state.dropsMedia = false
  expect(await host.drop(work(''), kept.kind === 'hosted' ? kept.id : '')).toMatchObject({
    kind: 'failed',
    failure: { code: 'channel-unsupported' },
  })
})

const REDIRECT = 'http://127.0.0.1:41235/back'
test.each([true, false])(
  'signs in by the browser with an app it registers itself (told how: %s)',
  async (tellsOfSignIn) => {
    const { work, contract } = await start({ tellsOfSignIn })
    const asked = {
      settings: { server: contract.url },
      secret: null,
      redirect: REDIRECT,
      signal: AbortSignal.timeout(5_000),
    }
    const begun = await signIn.begin(asked)
    if (begun.kind !== 'begun') throw new Error(JSON.stringify(begun))
    const scope = new URL(begun.url).searchParams.get('scope')
    expect(scope).toBe(
      tellsOfSignIn ? 'read:accounts read:statuses read:search write:statuses write:media' : 'read write',
    )
    const back = (await fetch(begun.url, { redirect: 'manual' })).headers.get('location') ?? ''
    const done = await signIn.finish(asked, begun.memory, new URL(back))
    if (done.kind !== 'signed-in') throw new Error(JSON.stringify(done))
    expect(done.settings).toEqual(asked.settings)
    const session = sessionSlot(done.session)
    const byBrowser = { secret: null, session }
    const connected = await mastodon.connect(work('', byBrowser))
    expect(connected).toMatchObject({
      kind: 'valid',
      permissions: expect.arrayContaining([{ name: 'write:statuses', why: expect.any(String), granted: true }]),
    })
    await published(work('By the browser', byBrowser))
    // What was sent is remembered beside the token.
    await published(work('And again', byBrowser))
    expect(contract.statuses).toHaveLength(2)
    expect(await signIn.finish(asked, begun.memory, new URL(back))).toMatchObject({ kind: 'refused' })
    const denied = new URL(`${REDIRECT}?error=access_denied&state=${new URL(back).searchParams.get('state')}`)
    expect(await signIn.finish(asked, begun.memory, denied)).toMatchObject({ kind: 'refused' })
  },
)

test('without a token nothing is asked', async () => {
  const { work, contract } = await start()
  const nobody = work('x', { secret: null })
  expect(await mastodon.publish(nobody)).toMatchObject({ kind: 'signed-out', failure: { code: 'signed-out' } })
  expect(await mastodon.connect(nobody)).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials' } })
  expect(contract.requests).toEqual([])
})
