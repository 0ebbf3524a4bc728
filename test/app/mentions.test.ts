import { expect, test } from 'vitest'
import type { Mentions } from '../../src-main/channels/channel.ts'
import { failedInEnglish } from '../../src-main/core/refusal.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { addAccount, openTestApp } from '../fixtures/test-world.ts'

const knowing = async (answer: (typed: string) => Mentions) => {
  const network = createScriptedChannel({ now: () => 0 })
  const t = await openTestApp({
    network: {
      ...network,
      channel: { ...network.channel, mentions: (_access, typed) => Promise.resolve(answer(typed)) },
    },
  })
  return { t, accountId: await addAccount(t) }
}
const person = (id: number, typed: string) => ({
  id: String(id),
  name: `Ann ${id}`,
  handle: `@${typed}${id}.example`,
  insert: `@${typed}${id}.example`,
})

test('a name being typed is looked up on the channel of the account, and the first few are told', async () => {
  const { t, accountId } = await knowing((typed) => ({
    kind: 'known',
    entries: Array.from({ length: 20 }, (_, index) => person(index, typed)),
  }))
  const { entries } = await t.call('accounts.mentions', { accountId, typed: ' an ' })
  expect(entries).toHaveLength(8)
  expect(entries[0]).toEqual(person(0, 'an'))
})

test('a channel that has no such search says so, and one in trouble says what it is', async () => {
  const t = await openTestApp()
  const accountId = await addAccount(t)
  expect(await t.refusal('accounts.mentions', { accountId, typed: 'ann' })).toBe('channel-unsupported')
  const troubled = await knowing(() => ({
    kind: 'failed',
    failure: failedInEnglish('unreachable', 'No answer.', 'Later.'),
  }))
  expect(await troubled.t.refusal('accounts.mentions', { accountId: troubled.accountId, typed: 'ann' })).toBe(
    'unreachable',
  )
})
