/// <reference types="vite/client" />
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import type { Activity } from '../../src-preload/contract/model/activity.ts'
import type { Health } from '../../src-preload/contract/model/health.ts'
import type { Told } from '../../src-preload/contract/model/told.ts'
import { notReached } from '../../src-main/channels/kit/network-failure.ts'
import { exhausted } from '../../src-main/core/meters-words.ts'
import { failed } from '../../src-main/core/refusal.ts'
import { because } from '../../src-main/core/told.ts'
import { ActivityLine } from '../../src-renderer/activity/activity-line.tsx'
import { healthChecks } from '../../src-renderer/health/health-checks.ts'
import { sayProblem } from '../../src-renderer/exchange/exchange-words.ts'
import { FileChanges } from '../../src-renderer/queue/item/file-changes.tsx'
import { DeskContext } from '../../src-renderer/shell/desk-context.ts'
import type { Desk } from '../../src-renderer/shell/desk.ts'
import { CHANNEL_WORDS } from '../../src-renderer/words/de/channel-words.ts'
import { DE } from '../../src-renderer/words/de.ts'
import { toldWords } from '../../src-renderer/words/de/told.ts'
import { EN } from '../../src-renderer/words/en.ts'
import { setChannelWords } from '../../src-renderer/words/say-as-channel.ts'
import { sayFailure } from '../../src-renderer/words/say-failure.ts'
import { setTongue } from '../../src-renderer/words/say.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

beforeEach(() => {
  setTongue('de-DE', { ...DE, ...toldWords() })
  setChannelWords(CHANNEL_WORDS)
})
afterEach(() => {
  setTongue('en-GB', { ...EN })
  setChannelWords({})
})

const now = Date.parse('2026-11-20T09:00:00Z')
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString()

/** What the core and a channel say of all sorts: with a reason, and in sentences of their own. */
const FAILURES: readonly Failure[] = [
  notReached('one.example', { isOnline: () => true }, new Error('refused')),
  notReached('one.example', { isOnline: () => false }, new Error('refused')),
  failed('signed-out', 'X no longer accepts this sign-in.', 'Connect the account again: the browser opens.'),
  failed('rejected-by-channel', 'The poll of this post is over: to edit it would open it again.', 'Leave it as it is.'),
  failed('text-too-long', 'The text is too long for LinkedIn.', 'Shorten it.'),
  exhausted({
    limit: {
      subject: { kind: 'everything' },
      unit: 'posts',
      limit: 5,
      window: { kind: 'period', period: 'DAY', zone: 'Europe/Berlin' },
      source: 'person',
    },
    account: 'Alice',
    used: 5,
    amount: 1,
    room: now,
    zone: 'Europe/Berlin',
  }),
]

const desk = {
  accounts: { state: createStore(() => ({})), channel: () => undefined, markOf: () => undefined },
  route: { go: () => {} },
} as unknown as Desk

test.each(FAILURES)('Activity tells of it in German alone: $message', (failure) => {
  const item = makeItem(makePost(), makeAccount({ name: 'Alice' }))
  const entry: Activity = {
    itemId: item.id,
    postId: item.postId,
    accountId: item.accountId,
    account: 'Alice',
    channel: 'x',
    text: 'Hallo',
    number: 2,
    startedAt: at(-5),
    endedAt: at(-4),
    outcome: 'retry',
    failure,
    state: 'waiting',
    nextAt: at(5),
  }
  const page = renderToStaticMarkup(
    <DeskContext value={desk}>
      <ActivityLine entry={entry} zone="Europe/Berlin" now={now} />
    </DeskContext>,
  )
  expect(page).not.toContain(failure.message)
  expect(page).not.toContain(failure.next)
  expect(page).not.toContain('lang="en"')
  expect(page).not.toMatch(/\b(?:the|again|nothing|account|post)\b/i)
})

test('Health tells of everything in German alone', () => {
  const failure = failed('disk-full', 'The disk is full; this could not be saved.', 'Make room.', {
    told: because('disk-full'),
  })
  const health: Health = {
    version: '0.1.0',
    home: '/home/somebody/posthorn',
    owner: 'desktop',
    keychain: 'none',
    asleep: null,
    paused: true,
    unreadable: 2,
    http: { url: null, failure },
    scheduler: { lastLookAt: at(-10), late: true, sending: 0, since: at(-60) },
    file: { size: 2_400_000, media: 0, snapshots: 4_800_000, free: 90_000_000, copiedAt: null, failure },
    online: false,
    resting: [{ host: 'dead.example', until: at(5), accountIds: [] }],
    memory: 180_000_000,
  }
  const advice = [
    { severity: 'error', message: 'It is disconnected.', next: 'Connect it again.', told: because('advice-cut') },
    {
      severity: 'warning',
      message: 'A permission is missing: write.',
      next: 'Allow it.',
      told: because('advice-permissions', { count: 1, names: 'write' }),
    },
  ] as const
  const account: AccountHealth = {
    channel: 'mastodon',
    accountId: '1',
    connection: 'disconnected',
    checkedAt: null,
    lastPublishedAt: null,
    held: 1,
    recommendations: [...advice],
  }
  const checks = healthChecks(health, [account], {
    now,
    zone: 'Europe/Berlin',
    nameOf: () => 'Alice',
    waitsFor: () => null,
    plannedFor: () => null,
  })
  const said = checks
    .flatMap(({ title, says, parts = [] }) => [title, says, ...parts.flatMap((part) => part.says)])
    .join('\n')
  for (const { message, next } of [failure, ...advice]) {
    expect(said).not.toContain(message)
    expect(said).not.toContain(next)
  }
  expect(said).toContain('Eine Berechtigung fehlt: write.')
  expect(said).not.toMatch(/\b(?:the|again|nothing|account|post|is|not)\b/i)
})

test('an import tells of what a channel says in German', () => {
  const told = because('text-refused', { network: 'X', never: 'tabs' })
  const about = { account: 'Alice', message: 'X refuses tabs in a text.' }
  const problem = {
    severity: 'error',
    field: 'text',
    code: 'channel',
    message: 'Alice: X refuses tabs in a text.',
  } as const
  expect(sayProblem({ ...problem, about, told })).toMatch(/^Alice: X lehnt Texte ab/)
  const said = 'A post with a poll takes no files.'
  const asSaid = because('as-said', { message: said, next: 'Leave out one of them.' })
  expect(sayProblem({ ...problem, about: { ...about, message: said }, told: asSaid })).toBe(
    'Alice: Ein Beitrag mit Umfrage nimmt keine Dateien.',
  )
  const atRow = failed('media-missing', 'Row 3: Gone.', 'Attach it.', {
    told: { ...because('file-lost', { file: 'a.png' }), row: 3 },
  })
  expect(sayFailure(atRow).message).toBe('Zeile 3: Die Datei a.png fehlt im Ordner von Posthorn.')
})

test('what was done to a file is told in German beside the item', () => {
  const message = 'Only the first frame of the moving image is sent.'
  const change = { mediaId: 'med_0000000000000001', what: 'converted' as const, message }
  const draw = (told: Told) => renderToStaticMarkup(<FileChanges changes={[{ ...change, told }]} />)
  expect(draw(because('change-first-frame'))).toContain('Bild')
  expect(draw(because('change-first-frame'))).not.toContain(message)
})
