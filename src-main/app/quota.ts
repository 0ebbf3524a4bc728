import type { Parsed } from '../../src-preload/contract/methods.ts'
import { feature as features, type MeterState, type QuotaForecast } from '../../src-preload/contract/model/quota.ts'
import type { Handlers } from '../core/gate.ts'
import { sameKind } from '../core/meters.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import type { ChargeRecord, MeterRecord } from '../core/records.ts'
import { isZone } from '../core/zones.ts'
import { findAccount } from './lookups.ts'
import { type Ledger, withPlanned } from './meter-ledger.ts'
import { channelLimits, personLimit } from './meter-limits.ts'
import { featureQuota, meterState } from './meter-state.ts'
import type { Parts } from './parts.ts'
import { featureOf, timeFor } from './placement.ts'
import { releaseHeld } from './release.ts'
import { isoInstant } from './views.ts'
import { because } from '../core/told.ts'

/** The person's limits, and what is left. */
export const createQuotaHandlers = (parts: Parts) => {
  const { world, announcer, meters, queue, settings } = parts
  const { store, channels, clock, ids } = world

  const stateOf = (ledger: Ledger, meter: MeterRecord) => meterState(ledger, personLimit(meter), meter.id, clock.now())

  const get = () =>
    store.transaction(async (within) => {
      const states: MeterState[] = []
      for (const meter of await within.meters.list()) states.push(await stateOf(within, meter))
      for (const account of await within.accounts.list()) {
        if (account.connection === 'disconnected') continue
        for (const limit of channelLimits(channels, account)) {
          states.push(await meterState(within, limit, null, clock.now()))
        }
      }
      return { features: features.options.map((feature) => featureQuota(feature, states)), meters: states }
    })

  /** What waits for room may have it now; what still has none is held again. */
  const changed = async () => {
    await releaseHeld(world, announcer, { reasons: ['quota'] }, clock.now())
    announcer.emit({ kind: 'quota-changed' })
    await queue.changed()
  }

  const save = async ({ meterId, ...of }: Parsed<'quota.save'>): Promise<MeterState> => {
    const meter = await store.transaction(async (within) => {
      if (of.window.kind === 'period') assertZone(of.window.zone)
      if (of.subject.kind === 'account') await findAccount(within, of.subject.accountId)
      const id = idFor(await within.meters.list(), { ...of, id: meterId ?? '' }) ?? ids.make('mtr')
      meters.forget()
      await within.meters.put({ ...of, id })
      return { ...of, id }
    })
    await changed()
    return stateOf(store, meter)
  }

  const remove = async ({ meterId }: Parsed<'quota.remove'>) => {
    await store.transaction(async (within) => {
      meters.forget()
      if (!(await within.meters.remove(meterId))) unknownMeter(meterId)
    })
    await changed()
    return { done: true } as const
  }

  /** Nothing is written: what one account would take is planned in thought alone, so that the next one sees it. */
  const forecast = async ({ accountIds, when, zone }: Parsed<'quota.forecast'>) => {
    const feature = featureOf(when)
    const shown = zone ?? (await settings.get()).zone
    assertZone(shown)
    return store.transaction(async (within) => {
      const { schedule } = await timeFor(within, { id: '', zone: shown }, when, clock.now())
      const planned: (ChargeRecord & { accountId: string })[] = []
      const entries: QuotaForecast[] = []
      for (const accountId of new Set(accountIds)) {
        const account = await findAccount(within, accountId)
        const credits = account.creditsPerPost
        const asked = { itemId: '', account, feature, at: schedule.at }
        try {
          const { charge, later } = await meters.reserve(
            { ...withPlanned(within, planned), meters: within.meters },
            asked,
          )
          planned.push({ ...charge, accountId })
          entries.push({
            accountId,
            credits,
            at: isoInstant(charge.at),
            reason: later?.failure.message ?? null,
            told: later?.failure.told,
          })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          entries.push({ accountId, credits, at: null, reason: error.failure.message, told: error.failure.told })
        }
      }
      return { feature, entries }
    })
  }

  return {
    'quota.get': get,
    'quota.save': save,
    'quota.remove': remove,
    'quota.forecast': forecast,
  } satisfies Partial<Handlers>
}

/** The meter that is meant: the one that is named, or else the one that limits the same in the same way. */
const idFor = (known: readonly MeterRecord[], wanted: MeterRecord): string | null => {
  const same = known.find((meter) => meter.id !== wanted.id && sameKind(meter, wanted))
  if (wanted.id === '') return same?.id ?? null
  if (!known.some(({ id }) => id === wanted.id)) unknownMeter(wanted.id)
  if (same) {
    refuse(
      'invalid-input',
      'There is a limit of this kind already.',
      `Change that one (${same.id}), or remove it first.`,
      {
        field: 'window',
        told: because('limit-taken'),
      },
    )
  }
  return wanted.id
}

const unknownMeter = (id: string) =>
  refuse('not-found', `There is no limit ${id}.`, 'Look at the list of limits.', { told: because('limit-gone') })

const assertZone = (zone: string) => {
  if (!isZone(zone)) {
    refuse('unknown-zone', `There is no time zone named "${zone}".`, 'Use a name such as Europe/Berlin.', {
      field: 'zone',
      told: because('zone-unknown', { zone }),
    })
  }
}
