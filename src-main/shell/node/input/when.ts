import { InvalidArgumentError, type Command, Option } from 'commander'
import type { When } from '../../../../src-preload/contract/model/post.ts'
import type { Caller } from '../caller/caller.ts'
import { findPlan } from './find-plan.ts'

/** What the person said about time. */
export type WhenFlags = { now?: boolean; at?: string; in?: number; slot?: string | true; zone?: string }

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Adds --now, --at, --in, --slot and --zone; they exclude each other and what else is named. */
export const withWhen = (command: Command, ...others: string[]): Command =>
  command
    .addOption(new Option('--now', 'send it now and wait for the outcome').conflicts(['at', 'in', 'slot', ...others]))
    .addOption(
      new Option('--at <time>', 'send it at this time: 2026-12-01T09:00, or with an offset such as Z or +01:00')
        .argParser(parseAt)
        .conflicts(['in', 'slot', ...others]),
    )
    .addOption(
      new Option('--in <span>', 'send it after this time: 20s, 5m, 2h, 1d')
        .argParser(parseSpan)
        .conflicts(['slot', ...others]),
    )
    .addOption(
      new Option('--slot [plan]', 'send it at the next free slot of a plan, or of the first one').conflicts(others),
    )
    .option('--zone <name>', 'the time zone that --at is written in (default: the one in the settings)')

/** What the flags say; without any, now. */
export const whenOf = async (flags: WhenFlags, caller: Caller): Promise<When> => {
  if (flags.in !== undefined) return { kind: 'in', seconds: flags.in }
  if (flags.slot !== undefined) {
    return flags.slot === true ? { kind: 'slot' } : { kind: 'slot', planId: (await findPlan(caller, flags.slot)).id }
  }
  if (flags.at === undefined) return { kind: 'now' }
  const zone = flags.zone ?? (await caller.call('settings.get', {})).zone
  return INSTANT.test(flags.at) ? { kind: 'instant', at: flags.at, zone } : { kind: 'at', wall: flags.at, zone }
}

/** Whether any of the flags says when. */
export const saysWhen = ({ now, at, in: span, slot }: WhenFlags): boolean =>
  now === true || at !== undefined || span !== undefined || slot !== undefined

const parseAt = (value: string): string => {
  const time = value.trim().replace(' ', 'T')
  if (WALL.test(time)) return time
  if (!INSTANT.test(time)) throw new InvalidArgumentError('Use a time such as 2026-12-01T09:00.')
  // The seconds may be left out by a person, not by the contract.
  return time.replace(/T(\d{2}:\d{2})(?=Z|[+-])/, 'T$1:00')
}

const parseSpan = (value: string): number => {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(value.trim()) ?? []
  const seconds = Number(amount) * (SECONDS[unit ?? ''] ?? Number.NaN)
  if (Number.isNaN(seconds)) throw new InvalidArgumentError('Use a span such as 20s, 5m, 2h or 1d.')
  return seconds
}
