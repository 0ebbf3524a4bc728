import type { ImportProblem } from '../../../src-preload/contract/model/exchange.ts'
import type { Override } from '../../../src-preload/contract/model/item.ts'
import type { AccountRecord, ScheduleRecord } from '../../core/records.ts'
import { resolveWall } from '../../core/zones.ts'
import { planMedia, planRefs } from './plan-media.ts'
import { namedAccounts, type PlanContext, type PlannedItem, type PlannedRow, tagsIn } from './plan-row.ts'
import { judgeSchedule, planTime } from './plan-time.ts'
import type { FileItem, FilePost } from './post-file.ts'
import { problem } from './problems.ts'
import type { Values } from './row-values.ts'

/** What is over, one way or the other, stays as it was; it is never sent again by an import. */
const OVER: ReadonlySet<FileItem['state']> = new Set(['published', 'failed', 'missed', 'cancelled'])
/** Nobody can tell whether these went out after the export was written. */
const DOUBTFUL: ReadonlySet<FileItem['state']> = new Set(['publishing', 'unconfirmed'])

/** A post of an export, with what was changed by hand since. */
export const planWhole = (
  context: PlanContext,
  row: number,
  whole: FilePost,
  values: Values,
  edited: ReadonlySet<string>,
): PlannedRow => {
  const { plan, source, now, mediaHere } = context
  const media =
    edited.has('media') || edited.has('alt') ? planMedia(values, source) : planRefs(whole.media, source, mediaHere)
  const tags = edited.has('tags') ? tagsIn(values) : { tags: whole.tags, problems: [] }
  const retimed = edited.has('when') || edited.has('zone')
  const time = retimed ? planTime(values, plan, now, plan.timed === 'draft') : null
  const { items, problems } = planItems(context, whole, values, edited)
  const placed = items.map((item) => (time && item.kept === null ? { ...item, schedule: time.schedule } : item))
  const text = edited.has('text') ? (values.text ?? '') : whole.text
  const silent = text.trim() === '' && media.media.length === 0 && whole.media.length === 0
  const inSlot =
    plan.untimed === 'slot' && edited.has('when') && !values.when && placed.every(({ kept }) => kept === null)
  return {
    row,
    values,
    content: {
      text,
      media: media.media,
      thread: whole.thread,
      numbered: whole.numbered,
      rich: whole.rich,
      tags: tags.tags,
      strict: whole.strict,
      options: whole.options,
    },
    zone: time?.zone ?? whole.zone,
    lateness: whole.lateness,
    external: whole.external,
    made: { createdAt: Date.parse(whole.createdAt), updatedAt: Date.parse(whole.updatedAt) },
    items: placed,
    inSlot,
    problems: [
      ...(silent && items.every(({ override }) => !override.text && !override.media?.length) && items.length > 0
        ? [problem('error', 'text', 'no-text')]
        : []),
      ...(time?.problems ?? []),
      ...(time ? problems.filter(({ field }) => field !== 'when') : problems),
      ...media.problems,
      ...tags.problems,
    ],
  }
}

type Planned = { items: PlannedItem[]; problems: ImportProblem[] }

/** Its items, each for its account; where the accounts were changed by hand, those that are named now. */
const planItems = (context: PlanContext, whole: FilePost, values: Values, edited: ReadonlySet<string>): Planned => {
  const known = new Map<string, PlannedItem>()
  const problems: ImportProblem[] = []
  for (const one of whole.items) {
    const found = context.accounts.byFileId(one.accountId)
    if (found.kind !== 'account') {
      problems.push(problem('error', 'accounts', `account-${found.kind}`, { value: found.name }))
      continue
    }
    const planned = planItem(context, one, found.account)
    known.set(found.account.id, planned.item)
    problems.push(...planned.problems)
  }
  if (!edited.has('accounts')) return { items: [...known.values()], problems }
  const named = namedAccounts(context, values)
  const pattern = [...known.values()].find(({ kept }) => kept === null)
  return {
    items: named.accounts.map(
      (account) => known.get(account.id) ?? { account, override: {}, schedule: pattern?.schedule ?? null, kept: null },
    ),
    problems: [...problems.filter(({ field }) => field !== 'accounts'), ...named.problems],
  }
}

const planItem = (context: PlanContext, from: FileItem, account: AccountRecord) => {
  const { override, problems } = planOverride(context, from.override)
  const item = { account, override }
  if (OVER.has(from.state) || from.external) return { item: { ...item, schedule: null, kept: from }, problems }
  if (DOUBTFUL.has(from.state)) {
    return {
      item: { ...item, schedule: null, kept: null },
      problems: [...problems, problem('warning', 'state', 'maybe-sent')],
    }
  }
  const { schedule, problems: ofTime } = timeOf(context, from)
  return { item: { ...item, schedule, kept: null }, problems: [...problems, ...ofTime] }
}

/** The rules of zones may have changed since it was written, so its wall time is resolved anew. */
const timeOf = (
  { plan, now }: PlanContext,
  { state, schedule }: FileItem,
): { schedule: ScheduleRecord | null; problems: ImportProblem[] } => {
  if (state === 'draft' || schedule === null || plan.timed === 'draft') return { schedule: null, problems: [] }
  const resolved = resolveWall(schedule.wall, schedule.zone)
  if (!resolved.ok) {
    return { schedule: null, problems: [problem('error', 'when', 'when-unreadable', { value: schedule.wall })] }
  }
  return { schedule: resolved.value, problems: judgeSchedule(resolved.value, now) }
}

const planOverride = ({ source, mediaHere }: PlanContext, override: Override) => {
  if (override.media === undefined) return { override, problems: [] }
  const { media, problems } = planRefs(override.media, source, mediaHere)
  return { override: { ...override, media }, problems }
}
