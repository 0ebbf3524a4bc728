import { expect, test } from 'vitest'
import { firstItem, schedulePost, startTestApp, stateOf, textsOf } from '../fixtures/test-world.ts'

const HOUR = 3_600_000

test('a lost answer is asked about, and what arrived is not sent again', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('lose-answer')
  const item = firstItem(await schedulePost(t, 'Lost', [alice]))
  await t.clock.settle()
  expect(await stateOf(t, item.id)).toBe('unconfirmed')
  await t.clock.advance(2000)
  expect(await t.call('items.get', { itemId: item.id })).toMatchObject({
    state: 'published',
    history: [{ outcome: 'settled-found' }],
  })
  expect(textsOf(t)).toEqual(['Lost'])
})

test('a lost request is asked about, and what never arrived is sent', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('drop-request')
  const item = firstItem(await schedulePost(t, 'Dropped', [alice]))
  await t.clock.advance(3000)
  const story = await t.call('items.get', { itemId: item.id })
  expect(story.history.map((attempt) => attempt.outcome)).toEqual(['settled-absent', 'published'])
  expect(textsOf(t)).toEqual(['Dropped'])
})

test('a channel that cannot answer yet is asked again later, and nothing is sent meanwhile', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('drop-request')
  t.network.answerLookups('silent', 'silent')
  const item = firstItem(await schedulePost(t, 'Unknown', [alice]))
  await t.clock.advance(2000)
  expect(await stateOf(t, item.id)).toBe('unconfirmed')
  expect(textsOf(t)).toEqual([])
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual(['Unknown'])
})

test('where the channel cannot be asked the person decides, and is told so', async () => {
  const { t, alice } = await startTestApp({ canLookUp: false })
  t.network.behave('lose-answer', 'drop-request')
  const [there, gone] = [
    firstItem(await schedulePost(t, 'There', [alice])),
    firstItem(await schedulePost(t, 'Gone', [alice])),
  ]
  await t.clock.advance(24 * HOUR)
  expect([await stateOf(t, there.id), await stateOf(t, gone.id)]).toEqual(['unconfirmed', 'unconfirmed'])
  expect(t.notices.map((notice) => notice.kind)).toContain('unconfirmed')
  await t.call('items.settle', { itemId: there.id, found: true, url: 'https://network.example/there' })
  await t.call('items.settle', { itemId: gone.id, found: false })
  await t.clock.settle()
  expect(await t.call('items.get', { itemId: there.id })).toMatchObject({
    state: 'published',
    remote: { url: 'https://network.example/there' },
  })
  expect(await stateOf(t, gone.id)).toBe('published')
  expect(textsOf(t)).toEqual(['There', 'Gone'])
})

test('a channel that throws or never answers may have sent: it is asked, not tried again', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('throw-after', 'hang')
  const [first, second] = [
    firstItem(await schedulePost(t, 'Throws', [alice])),
    firstItem(await schedulePost(t, 'Hangs', [alice])),
  ]
  await t.clock.advance(HOUR)
  expect([await stateOf(t, first.id), await stateOf(t, second.id)]).toEqual(['published', 'published'])
  expect(textsOf(t)).toEqual(['Throws', 'Hangs'])
})

test('after a crash in the middle of sending, the channel is asked before anything is sent', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('hang')
  const item = firstItem(await schedulePost(t, 'Crashed', [alice]))
  await t.clock.settle()
  const next = await t.crash()
  await next.app.start()
  await next.clock.advance(11_000)
  expect(await next.call('items.get', { itemId: item.id })).toMatchObject({
    state: 'published',
    history: [{ outcome: 'settled-found' }],
  })
  expect(textsOf(next)).toEqual(['Crashed'])
})

test('after a crash the channel is not asked while what was sent may be on its way still', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('hang')
  const item = firstItem(await schedulePost(t, 'Under way', [alice]))
  await t.clock.settle()
  const next = await t.crash()
  await next.app.start()
  await next.clock.advance(9000)
  expect(await stateOf(next, item.id)).toBe('unconfirmed')
  await next.clock.advance(2000)
  expect(await stateOf(next, item.id)).toBe('published')
})

test('long after a crash the channel is asked at once', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('hang')
  const item = firstItem(await schedulePost(t, 'Long ago', [alice]))
  await t.clock.settle()
  const next = await t.crash()
  next.clock.set(next.clock.now() + HOUR)
  await next.app.start()
  await next.clock.settle()
  expect(await stateOf(next, item.id)).toBe('published')
})

test('an error of its own in the middle of a job holds its account only until the lease runs out', async () => {
  const { t, alice } = await startTestApp()
  const { get } = t.store.secrets
  let broken = true
  t.store.secrets.get = (name) => (broken ? Promise.reject(new Error('the disk hiccuped')) : get(name))
  const item = firstItem(await schedulePost(t, 'Hiccup', [alice]))
  await t.clock.settle()
  expect(await stateOf(t, item.id)).toBe('publishing')
  broken = false
  await t.clock.advance(HOUR)
  const { state, history } = await t.call('items.get', { itemId: item.id })
  expect([state, history.map((attempt) => attempt.outcome)]).toEqual(['published', ['settled-absent', 'published']])
  expect(textsOf(t)).toEqual(['Hiccup'])
})
