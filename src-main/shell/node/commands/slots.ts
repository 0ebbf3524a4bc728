import { type Command, InvalidArgumentError } from 'commander'
import type { SlotPlan, SlotTime } from '../../../../src-preload/contract/model/slot-plan.ts'
import { act, type Work, withExamples } from '../act.ts'
import { findPlan } from '../input/find-plan.ts'
import { amount } from '../input/numbers.ts'
import { oneLine } from '../output/plain-text.ts'
import { table } from '../output/table.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `posthorn slots ...`: the weekly times at which posts go out. */
export const declareSlots = (program: Command): void => {
  const slots = program.command('slots').description('plans of weekly slots: a post takes the next free one')
  withExamples(slots.command('list').description('all plans'), 'slots list').action(
    act(async ({ caller, out }) => {
      const plans = await caller.call('slots.list', {})
      out.result(plans, () =>
        plans.entries.length === 0 ? 'No plans yet. Make one with "posthorn slots save".' : planTable(plans.entries),
      )
    }),
  )
  withExamples(
    slots
      .command('save <name>')
      .description('make a plan, or replace the times of the one that has this name')
      .requiredOption('--time <times>', 'such as mon,wed,fri@09:00 or mon-fri@18:30, repeatable', times)
      .option('--zone <name>', 'the time zone of the times (default: the one in the settings)'),
    'slots save Mornings --time mon-fri@09:00 --time sat@10:30 --zone Europe/Berlin',
  ).action(act(save))
  withExamples(
    slots.command('remove <plan>').description('remove a plan; what holds its slots keeps its time'),
    'slots remove Mornings',
  ).action(
    act(async ({ caller, out }, wanted: string) => {
      const { id, name } = await findPlan(caller, wanted)
      out.result(await caller.call('slots.remove', { planId: id }), () => `Removed: ${name}.`)
    }),
  )
  withExamples(
    slots
      .command('preview [plan]')
      .description('the slots to come, taken and free')
      .option('--limit <number>', 'how many', amount, 10),
    'slots preview Mornings',
  ).action(act(preview))
}

const save = async ({ caller, out }: Work, name: string, flags: { time: SlotTime[]; zone?: string }) => {
  const known = (await caller.call('slots.list', {})).entries.find(
    (plan) => plan.name.toLowerCase() === name.toLowerCase(),
  )
  const zone = flags.zone ?? known?.zone ?? (await caller.call('settings.get', {})).zone
  const plan = await caller.call('slots.save', {
    ...(known ? { planId: known.id } : {}),
    name: known?.name ?? name,
    zone,
    times: flags.time,
  })
  out.result(plan, () => planTable([plan]))
}

const preview = async ({ caller, out }: Work, wanted: string | undefined, { limit }: { limit: number }) => {
  const planId = wanted === undefined ? {} : { planId: (await findPlan(caller, wanted)).id }
  const { plan, entries } = await caller.call('slots.preview', { ...planId, limit })
  out.result({ plan, entries }, () =>
    entries.length === 0
      ? `The plan ${plan.name} has no slots.`
      : table(
          ['slot', 'zone', 'taken by'],
          entries.map(({ wall, post }) => [
            wall.replace('T', ' ').slice(0, 16),
            plan.zone,
            post ? oneLine(post.text, 50) : 'free',
          ]),
        ),
  )
}

const planTable = (plans: readonly SlotPlan[]): string =>
  table(
    ['name', 'zone', 'slots', 'id'],
    plans.map(({ name, zone, times: all, id }) => [
      oneLine(name, 40),
      zone,
      all.map(({ day, time }) => `${DAYS[day - 1] ?? day}@${time}`).join(' '),
      id,
    ]),
  )

/** `mon,wed@09:00`, `mon-fri@18:30`. */
const times = (value: string, before: readonly SlotTime[] = []): SlotTime[] => {
  const [, days, time] = /^([a-z,-]+)@(\d{2}:\d{2})$/i.exec(value.trim()) ?? []
  if (days === undefined || time === undefined) {
    throw new InvalidArgumentError('Use days and a time such as mon-fri@09:00.')
  }
  return [
    ...before,
    ...days
      .toLowerCase()
      .split(',')
      .flatMap(daysOf)
      .map((day) => ({ day, time })),
  ]
}

const daysOf = (span: string): number[] => {
  const [first, last = first] = span.split('-').map((name) => DAYS.indexOf(name.slice(0, 3)) + 1)
  if (!first || !last || last < first) throw new InvalidArgumentError('Use the days mon, tue, wed, thu, fri, sat, sun.')
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
