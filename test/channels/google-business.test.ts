import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft, Relay } from '../../src-main/channels/channel.ts'
import { createGoogleBusiness } from '../../src-main/channels/google-business.ts'
import {
  LOCATIONS,
  PLACE,
  rpcError,
  startGoogleBusinessContractServer,
} from '../fixtures/google-business-contract-server.ts'
import { CLIENT, session } from '../fixtures/google-sign-in.ts'
import { draftOf, mediaOf, sessionSlot, tools, workOf } from './channel-world.ts'

/* Against a contract server: it is no Google, but holds every request to what its documents say. */
const business = createGoogleBusiness(tools)
type Contract = Awaited<ReturnType<typeof startGoogleBusinessContractServer>>
let contract: Contract

const start = async () => {
  contract = await startGoogleBusinessContractServer()
  const settings = { clientId: CLIENT.clientId, server: contract.url }
  return (draft: Partial<Draft>, more: Parameters<typeof workOf>[2] = {}) =>
    workOf(business, draftOf(draft), {
      settings,
      secret: CLIENT.secret,
      session: sessionSlot(session()),
      destination: PLACE,
      ...more,
    })
}
const picture = async () =>
  mediaOf(
    await sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
      .webp()
      .toBuffer(),
    'cake.webp',
  )
const relay: Relay = { offer: ({ name }) => Promise.resolve(`https://media.example/${name}`) }
const published = async (work: Parameters<typeof business.publish>[0]) => {
  const outcome = await business.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const standing = () => [...contract.posts.values()]
const codes = async (draft: Partial<Draft>) =>
  (await business.check(draftOf(draft), { clientId: 'a' })).problems.map(({ severity, code }) => `${severity} ${code}`)
const EVENT = { title: 'Opening', start: '2026-12-01', end: '2026-12-02', start_time: '18:30' }

test('says what it can', () => {
  const { can, group, guide } = business.descriptor
  expect(can).toMatchObject({ edit: true, unpublish: true, lookup: true, readBack: true, destinations: true })
  expect([group, guide.length]).toEqual(['app', 6])
})

test('connects as the account, and lists its locations', async () => {
  const work = await start()
  expect(await business.connect(work({}))).toMatchObject({
    kind: 'valid',
    identity: 'Example bakery',
    permissions: [{ granted: true }],
  })
  expect(await business.destinations?.(work({}))).toEqual({
    kind: 'known',
    entries: LOCATIONS.map(({ name, title }) => ({ id: `accounts/111/${name}`, name: title })),
  })
})

test('a project that Google has not approved is told so, and so is an account without a business', async () => {
  const work = await start()
  const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', metadata: { quota_limit_value: '0' } }]
  contract.say(/accounts/, rpcError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded', details))
  expect(await business.connect(work({}))).toMatchObject({
    kind: 'refused',
    failure: { message: expect.stringContaining('not approved') },
  })
  contract.say(/accounts/, { status: 200, body: {} })
  expect(await business.connect(work({}))).toMatchObject({
    kind: 'refused',
    failure: { message: expect.stringContaining('no business profile') },
  })
})

test('news with a button and a photo, which Google fetches from the relay; without one nothing is sent', async () => {
  const work = await start()
  const options = { call_to_action: { action_type: 'SHOP', url: 'https://example.com/cake' }, language_code: 'en' }
  const draft = { text: 'Fresh cake', media: [await picture()], options }
  expect(await business.publish(work(draft))).toMatchObject({
    kind: 'rejected',
    failure: { next: expect.stringContaining('Media relay') },
  })
  const remote = await published(work(draft, { relay }))
  const [one] = standing()
  expect(remote).toEqual({ id: one?.name, url: expect.stringContaining('https://local.google.com/'), parts: [] })
  expect(one).toMatchObject({
    topicType: 'STANDARD',
    summary: 'Fresh cake',
    languageCode: 'en',
    callToAction: { actionType: 'SHOP', url: 'https://example.com/cake' },
    media: [{ sourceUrl: 'https://media.example/cake.jpg' }],
  })
})

test('events have dates and times, offers have what they need beside', async () => {
  const work = await start()
  await published(work({ text: 'Come', options: { event: EVENT, call_to_action: { action_type: 'CALL' } } }))
  const offer = { coupon_code: 'CAKE', redeem_url: 'https://example.com/', terms: 'Once a person' }
  await published(work({ text: 'Half price', options: { event: EVENT, offer } }))
  expect(standing()).toMatchObject([
    {
      topicType: 'EVENT',
      callToAction: { actionType: 'CALL' },
      event: {
        title: 'Opening',
        schedule: {
          startDate: { year: 2026, month: 12, day: 1 },
          startTime: { hours: 18, minutes: 30 },
          endTime: { hours: 23, minutes: 59 },
        },
      },
    },
    {
      topicType: 'OFFER',
      offer: { couponCode: 'CAKE', redeemOnlineUrl: 'https://example.com/', termsConditions: 'Once a person' },
    },
  ])
})

test('what does not go together is told before it is sent', async () => {
  expect(await codes({ text: 'x', options: { offer: {} } })).toEqual(['error option-invalid'])
  expect(await codes({ text: 'x', options: { event: { ...EVENT, end: '2026-11-01' } } })).toEqual([
    'error option-invalid',
  ])
  expect(await codes({ text: 'x', options: { call_to_action: { action_type: 'BOOK' } } })).toEqual([
    'error option-invalid',
  ])
  expect(await codes({ text: 'x', options: { event: EVENT } })).toEqual([])
  expect(await codes({ text: 'Call 555-123-4567', options: {} })).toEqual(['error text-refused'])
  expect(await codes({ text: 'x', media: [await picture()] })).toContain('warning media-small')
})

test('waits a little for Google to look a post over, and tells when it does not show it', async () => {
  const work = await start()
  contract.next.processing = 2
  await published(work({ text: 'Fine' }))
  contract.next.state = 'REJECTED'
  expect(await business.publish(work({ text: 'Bad' }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'rejected-by-channel', next: expect.stringContaining('telephone') },
  })
})

test('a lost answer is settled by the words at the location', async () => {
  const work = await start()
  const attempt = work({ text: 'Once' })
  expect(await business.lookup?.(attempt)).toEqual({ kind: 'absent' })
  contract.say(/^POST .*localPosts/, { fate: 'cut', after: true })
  expect(await business.publish(attempt)).toMatchObject({ kind: 'unclear' })
  expect(await business.lookup?.(attempt)).toMatchObject({ kind: 'found', remote: { id: standing()[0]?.name } })
  expect(await business.lookup?.(work({ text: 'Once', options: { event: EVENT } }))).toEqual({ kind: 'absent' })
  const elsewhere = work({ text: 'Once' }, { destination: 'accounts/111/locations/333' })
  expect(await business.lookup?.(elsewhere)).toEqual({ kind: 'absent' })
})

test('edits what a post says, deletes it, and reads back', async () => {
  const work = await start()
  const remote = await published(work({ text: 'Before', options: { event: EVENT } }))
  const after = work({ text: 'After', options: { event: { ...EVENT, title: 'Closing' } } })
  expect(await business.edit?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]).toMatchObject({ summary: 'After', event: { title: 'Closing' } })
  expect(await business.readBack?.(after, Date.now() - 60_000)).toMatchObject({
    kind: 'read',
    posts: [{ remote, text: 'Closing\n\nAfter' }],
  })
  expect(await business.unpublish?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(await business.unpublish?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(await business.edit?.(after, remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})

test.each([
  [403, 'PERMISSION_DENIED', 'rejected', 'rejected-by-channel'],
  [400, 'INVALID_ARGUMENT', 'rejected', 'rejected-by-channel'],
  [404, 'NOT_FOUND', 'rejected', 'not-found'],
  [429, 'RESOURCE_EXHAUSTED', 'limited', 'rate-limited'],
  [503, 'UNAVAILABLE', 'unclear', 'answer-lost'],
])('%i %s is %s', async (status, name, kind, code) => {
  const work = await start()
  contract.say(/^POST .*localPosts/, rpcError(status, name))
  expect(await business.publish(work({ text: 'x' }))).toMatchObject({ kind, failure: { code } })
})

test('without a location nothing is sent', async () => {
  const work = await start()
  expect(await business.publish(work({ text: 'x' }, { destination: null }))).toMatchObject({
    kind: 'rejected',
    failure: { message: expect.stringContaining('location') },
  })
  expect(contract.requests).toEqual([])
})
