import { expect, test } from 'vitest'
import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import type { Health } from '../../src-preload/contract/model/health.ts'
import { healthChecks } from '../../src-renderer/health/health-checks.ts'
import { formatSize } from '../../src-renderer/words/size.ts'

const now = Date.parse('2026-11-20T09:00:00Z')
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString()

const well: Health = {
  version: '0.1.0',
  home: '/home/somebody/posthorn',
  owner: 'desktop',
  keychain: 'system',
  asleep: null,
  paused: false,
  unreadable: 0,
  http: { url: null, failure: null },
  scheduler: { lastLookAt: at(-0.2), late: false, sending: 0, since: at(-60) },
  file: { size: 2_400_000, media: 0, snapshots: 4_800_000, free: 80_000_000_000, copiedAt: at(-300), failure: null },
  online: true,
  resting: [],
  memory: 180_000_000,
}
const about = {
  now,
  zone: 'Europe/Berlin',
  nameOf: (id: string) => `Account ${id}`,
  waitsFor: (id: string) => (id === '3' ? 'The folder cannot be reached · tries again in 5 min' : null),
  plannedFor: (id: string) => (id === '4' ? 'Account 4 cannot publish: 2 posts wait for it.' : null),
}
const checks = (change: Partial<Health>, accounts: readonly AccountHealth[] = []) =>
  healthChecks({ ...well, ...change }, accounts, about)
const first = (change: Partial<Health>, accounts: readonly AccountHealth[] = []) => checks(change, accounts)[0]

test('where everything works, every check is good', () => {
  expect(checks({}).map(({ key, standing }) => [key, standing])).toEqual([
    ['scheduler', 'good'],
    ['network', 'good'],
    ['database', 'good'],
    ['copies', 'good'],
    ['disk', 'good'],
    ['keychain', 'good'],
    ['accounts', 'good'],
  ])
})

test('a scheduler that does not look comes first, with what to do', () => {
  const scheduler = { ...well.scheduler, late: true, lastLookAt: at(-10) }
  expect(first({ scheduler, online: false })).toMatchObject({
    key: 'scheduler',
    standing: 'bad',
    says: 'Last check of the queue: 10 min ago. Nothing is sent. Quit Posthorn and start it again.',
  })
})

test('servers that are left alone are named, and when they are tried again', () => {
  expect(first({ resting: [{ host: 'dead.example', until: at(5), accountIds: [] }] })).toMatchObject({
    key: 'network',
    standing: 'look',
    says: 'dead.example cannot be reached; tried again today, 10:05. Posts for other networks are not held up.',
  })
})

test.each([
  [99_000_000, 'bad'],
  [999_000_000, 'look'],
  [1_000_000_000, 'good'],
])('with %i bytes free the disk stands as %s', (free, standing) => {
  const disk = checks({ file: { ...well.file, free } }).find(({ key }) => key === 'disk')
  expect(disk?.standing).toBe(standing)
})

test('accounts that need something are named, each with why, what to do and the way there', () => {
  const of = (accountId: string, severity: 'error' | 'warning', held = 0): AccountHealth => ({
    channel: 'mastodon',
    accountId,
    connection: 'valid',
    checkedAt: null,
    lastPublishedAt: null,
    held,
    recommendations: [
      { severity, message: 'It needs something.', next: 'Give it that.' },
      { severity: 'note', message: 'It was not checked for 40 days.', next: 'Check it.' },
    ],
  })
  expect(first({}, [of('1', 'warning'), of('2', 'error')])).toMatchObject({
    standing: 'bad',
    says: 'Account 2 and Account 1 need a look.',
    parts: [
      { name: 'Account 2', says: ['It needs something. Give it that.'], to: { room: 'accounts', details: '2' } },
      { name: 'Account 1' },
    ],
  })
  const soon = first({}, [of('3', 'warning', 2)])
  expect(soon).toMatchObject({ standing: 'look', says: 'Account 3 needs a look.' })
  expect(soon?.parts?.[0]).toMatchObject({
    says: ['It needs something. Give it that.', 'Why: The folder cannot be reached · tries again in 5 min.'],
    posts: { room: 'queue', filter: { accountId: '3', tab: 'upcoming', states: ['waiting'] } },
  })
})

test('an account that was taken off is missed only where something is planned for it, and not counted', () => {
  const of = (accountId: string, connection: AccountHealth['connection']): AccountHealth => ({
    channel: 'mastodon',
    accountId,
    connection,
    checkedAt: null,
    lastPublishedAt: null,
    held: 0,
    recommendations: [],
  })
  const accounts = (...all: AccountHealth[]) => checks({}, all).find(({ key }) => key === 'accounts')
  expect(accounts(of('1', 'valid'), of('2', 'disconnected'))).toMatchObject({
    standing: 'good',
    says: 'It can publish.',
  })
  expect(accounts(of('1', 'valid'), of('4', 'disconnected'))).toMatchObject({
    standing: 'bad',
    says: 'Account 4 needs a look.',
    parts: [{ name: 'Account 4', says: ['Account 4 cannot publish: 2 posts wait for it.'] }],
  })
})

test('what was looked at since the page’s clock went on a step is not to come', () => {
  expect(checks({ scheduler: { ...well.scheduler, lastLookAt: at(0.1) } })[0]?.says).toBe(
    'Last check of the queue: 1 s ago.',
  )
})

test('sizes are told in the unit that fits', () => {
  expect([0, 999, 1500, 2_400_000, 80_000_000_000].map(formatSize)).toEqual(['0 kB', '1 kB', '2 kB', '2.4 MB', '80 GB'])
})
