import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import type { Health } from '../../src-preload/contract/model/health.ts'
import type { Route } from '../shell/route.ts'
import { WIDE } from '../filter/narrowing.ts'
import { formatMomentInText, formatRelative } from '../time/format-time.ts'
import { say, sayList } from '../words/say.ts'
import { sayFailureInLine } from '../words/say-failure.ts'
import { formatSize } from '../words/size.ts'

/** `good`: as it should be; `look`: it works, but not for long or not as it could; `bad`: something does not work. */
export type Standing = 'good' | 'look' | 'bad'

/** One thing that Posthorn stands on, how it stands, and where the person can see to it. */
export type HealthCheck = {
  readonly key: string
  readonly standing: Standing
  readonly title: string
  readonly says: string
  readonly to?: Route
  /** Where several things are looked at as one: those that need a look, and what each needs. */
  readonly parts?: readonly HealthPart[]
}

/** One account that needs a look: why, and what to do about it. */
export type HealthPart = {
  readonly key: string
  readonly name: string
  readonly says: readonly string[]
  readonly to: Route
  /** What waits for it. */
  readonly posts?: Route
}

type About = {
  now: number
  zone: string
  nameOf: (accountId: string) => string
  /** Why the next post of an account waits, and until when; null: none waits. */
  waitsFor: (accountId: string) => string | null
  /** What is planned for an account that cannot publish; null: nothing, or it can. */
  plannedFor: (accountId: string) => string | null
}

const DAY = 86_400_000
/** With less than this nothing large can be taken in, and copies of the database fail. */
const LITTLE = 1_000_000_000
/** With less than this the queue itself may not be written any more. */
const NOTHING = 100_000_000

/** Everything that was looked at, what needs the person first. */
export const healthChecks = (health: Health, accounts: readonly AccountHealth[], about: About): HealthCheck[] => {
  const order: readonly Standing[] = ['bad', 'look', 'good']
  return [
    scheduler(health, about),
    network(health, about),
    database(health),
    copies(health, about),
    disk(health),
    keychain(health),
    program(health),
    accountsCheck(accounts, about),
  ]
    .filter((check) => check !== null)
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
}

const scheduler = (
  { scheduler: { late, lastLookAt, sending }, paused, asleep }: Health,
  { now, zone }: About,
): HealthCheck => {
  // The page's clock goes in steps: what happened since the last one is not to come.
  const looked =
    lastLookAt === null ? say('health.never-looked') : formatRelative(Math.min(Date.parse(lastLookAt), now - 1000), now)
  const slept =
    asleep === null
      ? null
      : say('health.slept', {
          from: formatMomentInText(Date.parse(asleep.from), zone, now),
          until: formatMomentInText(Date.parse(asleep.until), zone, now),
        })
  const standing = late ? 'bad' : paused ? 'look' : 'good'
  const says = late
    ? say('health.late', { looked })
    : [
        paused ? say('health.paused', { looked }) : say('health.looks', { looked }),
        sending > 0 ? say('health.sending', { count: sending }) : null,
        slept,
      ]
        .filter((one) => one !== null)
        .join(' ')
  return { key: 'scheduler', standing, title: say('health.scheduler'), says }
}

const network = ({ online, resting }: Health, { now, zone }: About): HealthCheck => {
  const title = say('health.network')
  if (!online) return { key: 'network', standing: 'look', title, says: say('health.offline') }
  if (resting.length === 0) return { key: 'network', standing: 'good', title, says: say('health.online') }
  const [first] = resting
  const says = say('health.resting', {
    hosts: sayList(resting.map(({ host }) => host)),
    count: resting.length,
    moment: first === undefined ? '' : formatMomentInText(Date.parse(first.until), zone, now),
  })
  return { key: 'network', standing: 'look', title, says, to: { room: 'activity' } }
}

const database = ({ unreadable, file, home }: Health): HealthCheck => {
  const title = say('health.database')
  const data: Route = { room: 'settings', page: 'data' }
  return unreadable > 0
    ? { key: 'database', standing: 'bad', title, says: say('health.unreadable', { count: unreadable }), to: data }
    : {
        key: 'database',
        standing: 'good',
        title,
        says: say('health.database-is', { home, size: formatSize(file.size), media: formatSize(file.media) }),
      }
}

const copies = ({ file: { copiedAt, failure, snapshots } }: Health, { now, zone }: About): HealthCheck => {
  const title = say('health.copies')
  const to: Route = { room: 'settings', page: 'data' }
  if (failure !== null) return { key: 'copies', standing: 'bad', title, says: sayFailureInLine(failure), to }
  if (copiedAt === null) return { key: 'copies', standing: 'good', title, says: say('health.no-copy') }
  const moment = formatMomentInText(Date.parse(copiedAt), zone, now)
  const isOld = now - Date.parse(copiedAt) > 3 * DAY
  return {
    key: 'copies',
    standing: isOld ? 'look' : 'good',
    title,
    says: say(isOld ? 'health.old-copy' : 'health.copied', { moment, size: formatSize(snapshots) }),
    to,
  }
}

const disk = ({ file: { free } }: Health): HealthCheck | null => {
  if (free === null) return null
  const standing = free < NOTHING ? 'bad' : free < LITTLE ? 'look' : 'good'
  const says = say(standing === 'good' ? 'health.free' : 'health.little-free', { free: formatSize(free) })
  return { key: 'disk', standing, title: say('health.disk'), says }
}

const keychain = ({ keychain: keeper }: Health): HealthCheck => ({
  key: 'keychain',
  standing: keeper === 'system' || keeper === 'key-file' ? 'good' : 'look',
  title: say('health.passwords'),
  says: say(`health.keychain.${keeper}`),
})

const program = ({ http }: Health): HealthCheck | null => {
  const title = say('health.programs')
  const to: Route = { room: 'settings', page: 'api' }
  if (http.failure !== null) {
    return { key: 'programs', standing: 'bad', title, says: sayFailureInLine(http.failure), to }
  }
  return http.url === null
    ? null
    : { key: 'programs', standing: 'good', title, says: say('health.reached-at', { url: http.url }), to }
}

const accountsCheck = (all: readonly AccountHealth[], about: About): HealthCheck => {
  const title = say('health.accounts')
  const to: Route = { room: 'accounts' }
  const known = all.filter(({ accountId }) => accountId !== null)
  const named = (severity: 'error' | 'warning') =>
    known.filter(({ recommendations }) => recommendations.some((one) => one.severity === severity))
  // Whom the person took off is not missed as long as nothing is planned for it.
  const isMissed = ({ accountId, connection }: AccountHealth): boolean =>
    connection === 'disconnected' && about.plannedFor(accountId ?? '') !== null
  const wrong = known.filter((one) => named('error').includes(one) || isMissed(one))
  const troubled = [...wrong, ...named('warning').filter((one) => !wrong.includes(one))]
  if (troubled.length === 0) {
    const count = known.filter(({ connection }) => connection !== 'disconnected').length
    return { key: 'accounts', standing: 'good', title, says: say('health.accounts-good', { count }) }
  }
  const names = sayList(troubled.map(({ accountId }) => about.nameOf(accountId ?? '')))
  return {
    key: 'accounts',
    standing: wrong.length > 0 ? 'bad' : 'look',
    title,
    says: say('health.accounts-troubled', { names, count: troubled.length }),
    to,
    parts: troubled.map((one) => accountPart(one, about)),
  }
}

const accountPart = ({ accountId, connection, held, recommendations }: AccountHealth, about: About): HealthPart => {
  const id = accountId ?? ''
  const waits = about.waitsFor(id)
  const planned = connection === 'disconnected' ? about.plannedFor(id) : null
  return {
    key: id,
    name: about.nameOf(id),
    says: [
      ...recommendations.filter(({ severity }) => severity !== 'note').map(sayFailureInLine),
      ...(planned === null ? [] : [planned]),
      ...(waits === null ? [] : [say('health.waits', { why: waits })]),
    ],
    to: { room: 'accounts', details: id },
    ...(held === 0
      ? {}
      : {
          posts: {
            room: 'queue',
            itemId: null,
            filter: { ...WIDE, accountId: id, tab: 'upcoming', states: ['waiting'] },
          },
        }),
  }
}
