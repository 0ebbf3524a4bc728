import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { toMrkdwn } from '../../src-main/channels/slack/mrkdwn.ts'
import type { Draft } from '../../src-main/channels/channel.ts'
import { HOOK, startSlackContractServer } from '../fixtures/slack-contract-server.ts'
import { channelNamed, draftOf, mediaOf, workOf } from './channel-world.ts'

/* Against a contract server: it is no Slack, but holds every request to what Slack's documents say. */
const slack = channelNamed('slack')
type Contract = Awaited<ReturnType<typeof startSlackContractServer>>
let contract: Contract

const start = async () => {
  contract = await startSlackContractServer()
  return {
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(slack, draftOf(draft), { secret: contract.secret, ...more }),
  }
}
test('connects without posting anything: a webhook that is in order refuses an empty message', async () => {
  const { work } = await start()
  expect(await slack.connect(work(''))).toEqual({ kind: 'valid', identity: 'Workspace T0CONTRACT', settings: {} })
  expect(contract.texts).toEqual([])
  expect(await slack.connect(work('', { secret: `${contract.secret}x` }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', field: 'secret' },
  })
})

test('what takes an empty message is no Slack', async () => {
  const { work } = await start()
  contract.say(/POST/, { status: 200, body: 'ok' })
  expect(await slack.connect(work(''))).toMatchObject({ kind: 'refused', failure: { code: 'channel-error' } })
  contract.say(/POST/, { status: 200, body: '<h1>Welcome</h1>' })
  expect(await slack.connect(work(''))).toMatchObject({ kind: 'refused', failure: { code: 'channel-error' } })
})

test.each([null, '', 'xoxb-1', 'https://hooks.slack.com/workflows/T1/A1/1/x', `http://hooks.slack.example${HOOK}`])(
  '%j is no address of an incoming webhook: nothing is asked',
  async (secret) => {
    const { work } = await start()
    expect(await slack.connect(work('', { secret }))).toMatchObject({
      kind: 'refused',
      failure: { code: 'wrong-credentials', field: 'secret' },
    })
    expect(await slack.publish(work('x', { secret }))).toMatchObject({ kind: 'signed-out' })
    expect(contract.requests).toEqual([])
  },
)

test('a text stands as it was written: its signs written out, its links marked', async () => {
  const { work } = await start()
  const outcome = await slack.publish(work('Tom & Jerry <!channel> see https://example.com/?a=1&b=2|c, ok?'))
  expect(outcome).toMatchObject({ kind: 'published', remote: { url: null, parts: [] } })
  expect(contract.texts).toEqual(['Tom &amp; Jerry &lt;!channel&gt; see <https://example.com/?a=1&amp;b=2%7Cc>, ok?'])
})

test('whatever is written, nothing of it becomes markup but its links', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<!here>', '<@U1>', '&amp;', 'https://example.com/a|b', '<https://example.com>', ' '),
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((all) => all.join('')),
      (text) => {
        const marked = toMrkdwn({ text, emphasis: [] })
        expect(marked.replace(/<https?:\/\/[^<>|\s]+>/gi, '')).not.toMatch(/[<>]/)
        const back = marked
          .replace(/<(https?:[^>]*)>/gi, '$1')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
        expect(back.replaceAll('&amp;', '&').replaceAll('%7C', '|')).toBe(text.toWellFormed().replaceAll('%7C', '|'))
      },
    ),
  )
})

test('emphasis becomes the marks of Slack, and words that lead somewhere a link of theirs', () => {
  expect(
    toMrkdwn({
      text: 'Bold & <read> this',
      emphasis: [
        { kind: 'bold', start: 0, end: 13 },
        { kind: 'code', start: 7, end: 13 },
        { kind: 'link', start: 14, end: 18, href: 'https://example.org/?a=1&b=2' },
      ],
    }),
  ).toBe('*Bold &amp; `&lt;read&gt;`* <https://example.org/?a=1&amp;b=2|this>')
})

test('two posts of the same words have ids of their own', async () => {
  const { work } = await start()
  const ids = []
  for (const text of ['x', 'x']) {
    const outcome = await slack.publish(work(text))
    ids.push(outcome.kind === 'published' && outcome.remote.id)
  }
  expect(new Set(ids).size).toBe(2)
  expect(ids[0]).toMatch(/^\d{13}-[0-9a-f]{16}$/)
})

test('takes no files, cannot be asked, changed or emptied, and says so', async () => {
  const { work } = await start()
  const media = [
    await mediaOf(
      await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    ),
  ]
  const { problems } = await slack.check(draftOf({ text: 'x', media }), {})
  expect(problems).toMatchObject([{ severity: 'error', code: 'media-unsupported', field: 'media' }])
  expect(problems[0]?.message).toContain('Slack takes no files')
  expect(await slack.publish(work({ text: 'x', media }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported' },
  })
  expect(contract.requests).toEqual([])
  expect(slack.descriptor.can).toMatchObject({ edit: false, unpublish: false, lookup: false, readBack: false })
})

test('counts up to 40,000 characters, also of what it becomes', async () => {
  const codes = async (text: string) =>
    (await slack.check(draftOf(text), {})).problems.map(({ severity, code }) => `${severity} ${code}`)
  expect(await codes('x'.repeat(36_000))).toEqual([])
  expect(await codes('x'.repeat(40_000))).toEqual(['warning text-nearly-full'])
  expect(await codes('x'.repeat(40_001))).toEqual(['error text-too-long'])
  expect(await codes('&'.repeat(9000))).toEqual(['error text-too-long'])
})

test.each([
  [404, 'no_service', 'signed-out', 'signed-out'],
  [404, 'no_team', 'signed-out', 'signed-out'],
  [403, 'invalid_token', 'signed-out', 'signed-out'],
  [404, 'channel_not_found', 'rejected', 'rejected-by-channel'],
  [410, 'channel_is_archived', 'rejected', 'rejected-by-channel'],
  [403, 'action_prohibited', 'rejected', 'rejected-by-channel'],
  [400, 'invalid_payload', 'rejected', 'rejected-by-channel'],
  [400, 'no_text', 'rejected', 'empty-post'],
  [400, 'something_new', 'rejected', 'rejected-by-channel'],
])('a post that is answered with %i %s is %s: %s', async (status, body, kind, code) => {
  const { work } = await start()
  contract.say(/POST/, { status, body })
  expect(await slack.publish(work('x'))).toMatchObject({ kind, failure: { code, detail: `${status} ${body}` } })
})

test.each([
  ['30', 1_030_000],
  ['', 1_060_000],
])('a limit with Retry-After %j is waited for', async (after, until) => {
  const { work } = await start()
  contract.say(/POST/, { status: 429, body: 'rate_limited', headers: { 'retry-after': after } })
  const frozen = channelNamed('slack', { clock: { now: () => 1_000_000, after: () => () => {} } })
  expect(await frozen.publish(work('x'))).toMatchObject({ kind: 'limited', until, failure: { code: 'rate-limited' } })
})
