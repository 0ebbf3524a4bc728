import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Meter, MeterState } from '../../../../src-preload/contract/model/quota.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import { act, type Work, withExamples } from '../act.ts'
import type { Caller } from '../caller/caller.ts'
import { findAccount, findAccounts } from '../input/find-account.ts'
import { collect } from '../input/collect.ts'
import { count } from '../input/numbers.ts'
import { saysWhen, type WhenFlags, whenOf, withWhen } from '../input/when.ts'
import { localTime } from '../output/local-time.ts'
import { table } from '../output/table.ts'

/** `posthorn quota ...`: limits, and what is left of them. */
export const declareQuota = (program: Command): void => {
  const quota = program.command('quota').description('limits on what is published, and what is left of them')
  withExamples(quota.command('show').description('every limit and how it stands'), 'quota show').action(act(show))
  withExamples(
    quota
      .command('set <limit>')
      .description('set a limit; 0 only counts. The same kind of limit is replaced')
      .argument('[unit]', 'posts or credits', unit, 'posts')
      .addOption(
        new Option('--feature <feature>', 'on publishing at once, on scheduling, or on suggestions')
          .choices(['PUBLISH_POST', 'SCHEDULE_POST', 'AI_TOOLS'])
          .conflicts('account'),
      )
      .option('--account <account>', 'on one account; without either on everything')
      .requiredOption('--per <window>', 'day, month, year, a span such as 24h, or "ever" for a balance')
      .option('--zone <name>', 'where days and months begin (default: the zone in the settings)'),
    'quota set 30 --feature SCHEDULE_POST --per month',
    'quota set 100 credits --per ever',
    'quota set 5 --account Alice --per 24h',
  ).action(act(set))
  withExamples(quota.command('remove <meter>').description('remove a limit of yours'), 'quota remove mtr_...').action(
    act(async ({ caller, out }, meterId: string) => {
      out.result(await caller.call('quota.remove', { meterId }), () => `Removed: ${meterId}.`)
    }),
  )
  const forecast = withWhen(
    withExamples(
      quota
        .command('forecast')
        .description('what a post would take, and when it could be sent')
        .requiredOption('--to <account>', 'an account by name or id, repeatable', collect),
      'quota forecast --to Alice --at 2026-12-01T09:00',
    ),
  )
  forecast.action((...args: unknown[]) => {
    if (!saysWhen(forecast.opts<WhenFlags>())) forecast.error('error: say when: --now, --at, --in, or --slot')
    return act(foresee)(...args)
  })
}

const show = async ({ caller, out }: Work) => {
  const quota = await caller.call('quota.get', {})
  const names = await accountNames(caller)
  out.result(quota, () => (quota.meters.length === 0 ? 'No limits.' : meterTable(quota.meters, names)))
}

type SetFlags = {
  feature?: 'PUBLISH_POST' | 'SCHEDULE_POST' | 'AI_TOOLS'
  account?: string
  per: string
  zone?: string
}

const set = async ({ caller, out }: Work, limit: string, of: Meter['unit'], flags: SetFlags) => {
  const wanted: Meter = {
    subject: await subjectOf(flags, caller),
    unit: of,
    limit: count(limit),
    window: await windowOf(flags, caller),
  }
  const { meters } = await caller.call('quota.get', {})
  const known = meters.find((one) => one.id !== null && sameKind(one, wanted))
  const meter = await caller.call('quota.save', { ...wanted, ...(known?.id ? { meterId: known.id } : {}) })
  const names = await accountNames(caller)
  out.result(meter, () => meterTable([meter], names))
}

const foresee = async ({ caller, out }: Work, flags: WhenFlags & { to: string[] }) => {
  const accounts = await findAccounts(caller, flags.to)
  const when = await whenOf(flags, caller)
  const forecast = await caller.call('quota.forecast', { accountIds: accounts.map(({ id }) => id), when })
  const names = await accountNames(caller)
  out.result(forecast, () =>
    table(
      ['account', 'credits', 'sent', 'why'],
      forecast.entries.map((one) => [
        names.get(one.accountId) ?? one.accountId,
        String(one.credits),
        one.at === null ? 'not' : localTime(one.at),
        one.reason ?? '',
      ]),
    ),
  )
}

const subjectOf = async ({ feature, account }: SetFlags, caller: Caller): Promise<Meter['subject']> => {
  if (feature) return { kind: 'feature', feature }
  return account === undefined
    ? { kind: 'everything' }
    : { kind: 'account', accountId: (await findAccount(caller, account)).id }
}

const PERIODS = { day: 'DAY', month: 'MONTH', year: 'YEAR' } as const
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

const windowOf = async ({ per, zone }: SetFlags, caller: Caller): Promise<Meter['window']> => {
  if (per === 'ever') return { kind: 'balance' }
  if (per === 'day' || per === 'month' || per === 'year') {
    return { kind: 'period', period: PERIODS[per], zone: zone ?? (await caller.call('settings.get', {})).zone }
  }
  const [, amount, unitOf] = /^(\d+)([smhd])$/.exec(per) ?? []
  return amount === undefined
    ? refuseInEnglish('invalid-input', `"${per}" is no window.`, 'Use day, month, year, ever, or a span such as 24h.')
    : { kind: 'rolling', seconds: Number(amount) * (SECONDS[unitOf ?? 's'] ?? 1) }
}

const sameKind = (a: Meter, b: Meter): boolean =>
  JSON.stringify([a.subject, a.unit, windowKey(a)]) === JSON.stringify([b.subject, b.unit, windowKey(b)])

const windowKey = ({ window }: Meter) => (window.kind === 'period' ? [window.kind, window.period] : window)

const accountNames = async (caller: Caller): Promise<Map<string, string>> =>
  new Map((await caller.call('accounts.list', {})).entries.map(({ id, name }) => [id, name]))

const meterTable = (meters: readonly MeterState[], names: ReadonlyMap<string, string>): string =>
  table(
    ['what', 'window', 'limit', 'used', 'planned', 'left', 'resets', 'set by', 'id'],
    meters.map((one) => [
      one.subject.kind === 'feature'
        ? one.subject.feature
        : one.subject.kind === 'account'
          ? (names.get(one.subject.accountId) ?? one.subject.accountId)
          : 'everything',
      one.window.kind === 'period'
        ? one.window.period.toLowerCase()
        : one.window.kind === 'rolling'
          ? `${one.window.seconds} s`
          : 'ever',
      `${one.limit} ${one.unit}`,
      String(one.consumed),
      String(one.reserved),
      one.remaining === null ? 'unlimited' : String(one.remaining),
      localTime(one.resetsAt),
      one.source === 'person' ? 'you' : 'the channel',
      one.id ?? '',
    ]),
  )

const unit = (value: string): Meter['unit'] => {
  if (value !== 'posts' && value !== 'credits') throw new InvalidArgumentError('Use posts or credits.')
  return value
}
