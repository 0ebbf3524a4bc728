import { expect, test } from 'vitest'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import { createMentionSearch, nameAt } from '../../src-renderer/composer/text/mention-search.ts'
import { putOffer } from '../../src-renderer/composer/text/use-offers.ts'
import { createManualTimers } from './manual-timers.ts'
import { failure } from './memory-kit.ts'

type Answer = Reply<Output<'accounts.mentions'>>

const person = (name: string) => ({ id: name, name, handle: `@${name}`, insert: `@${name}.example` })
const known = (...names: string[]): Answer => ({ ok: true, value: { entries: names.map(person) } })
const [sky, elephant] = [
  { accountId: 'acc_sky', channel: 'bluesky' },
  { accountId: 'acc_elephant', channel: 'mastodon' },
]

const setUp = () => {
  const timers = createManualTimers()
  const asked: string[] = []
  const answers = new Map<string, (answer: Answer) => void>()
  const search = createMentionSearch((accountId, typed) => {
    asked.push(`${accountId} ${typed}`)
    return new Promise((resolve) => answers.set(`${accountId} ${typed}`, resolve))
  }, timers)
  const answer = async (question: string, reply: Answer): Promise<void> => {
    answers.get(question)?.(reply)
    await Promise.resolve()
    await Promise.resolve()
  }
  const names = () => search.state.getState().found.map(({ name, channel }) => `${name} ${channel}`)
  return { timers, asked, answer, search, names }
}

test('a name is typed behind its sign, and in nothing that merely has the sign', () => {
  const at = (text: string) => nameAt(text, text.length)?.name ?? null
  expect(at('Hello @al')).toBe('al')
  expect(at('@alice.bsky')).toBe('alice.bsky')
  expect(at('(@alice@social.example')).toBe('alice@social.example')
  expect(at('Grüße an @jürg')).toBe('jürg')
  for (const text of ['Hello @', 'Hello @ al', 'me@example', '@1984', '@al ', 'https://x.example/@al']) {
    expect(at(text)).toBeNull()
  }
})

test('the whole name is replaced, also what stands behind the caret, and one space follows it', () => {
  const typed = nameAt('Thanks @alxx for it', 10)
  expect(typed).toMatchObject({ start: 7, end: 12, name: 'al' })
  if (typed === null) throw new Error('there is a name')
  expect(putOffer('Thanks @alxx for it', typed, { insert: '@alice.example', gap: true })).toEqual({
    text: 'Thanks @alice.example for it',
    caret: 22,
  })
  expect(putOffer('@al', { start: 0, end: 3 }, { insert: '@alice', gap: true })).toEqual({
    text: '@alice ',
    caret: 7,
  })
})

test('every account is asked once the person pauses, and each answer is shown as it comes', async () => {
  const { search, timers, asked, answer, names } = setUp()
  search.ask('a', [sky, elephant])
  search.ask('al', [sky, elephant])
  expect(asked).toEqual([])
  await timers.pass(300)
  expect(asked).toEqual(['acc_sky al', 'acc_elephant al'])
  await answer('acc_elephant al', known('alma'))
  expect(names()).toEqual(['alma mastodon'])
  await answer('acc_sky al', known('alice'))
  expect(names()).toEqual(['alice bluesky', 'alma mastodon'])
})

test('an answer to a name that is no longer typed changes nothing', async () => {
  const { search, timers, answer, names } = setUp()
  search.ask('al', [sky])
  await timers.pass(300)
  search.ask('bo', [sky])
  await answer('acc_sky al', known('alice'))
  expect(names()).toEqual([])
  search.ask(null, [])
  expect(names()).toEqual([])
})

test('what was asked before is known at once and not asked again', async () => {
  const { search, timers, asked, answer, names } = setUp()
  search.ask('al', [sky])
  await timers.pass(300)
  await answer('acc_sky al', known('alice'))
  search.ask('ali', [sky])
  search.ask('AL', [sky])
  expect(names()).toEqual(['alice bluesky'])
  await timers.pass(300)
  expect(asked).toEqual(['acc_sky al'])
})

test('two accounts of a channel offer the same person once', async () => {
  const { search, timers, answer, names } = setUp()
  const second = { accountId: 'acc_second', channel: 'bluesky' }
  search.ask('al', [sky, second])
  await timers.pass(300)
  await answer('acc_sky al', known('alice'))
  await answer('acc_second al', known('alice', 'alma'))
  expect(names()).toEqual(['alice bluesky', 'alma bluesky'])
})

test('a channel that cannot be asked is named, and the others are offered all the same', async () => {
  const { search, timers, answer, names } = setUp()
  search.ask('al', [sky, elephant])
  await timers.pass(300)
  await answer('acc_elephant al', { ok: false, failure: failure('offline', 'No network.') })
  await answer('acc_sky al', known('alice'))
  expect(names()).toEqual(['alice bluesky'])
  expect(search.state.getState().failed).toEqual(['mastodon'])
})
