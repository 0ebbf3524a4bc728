import type { ImportPlan, ImportProblem } from '../../../src-preload/contract/model/exchange.ts'
import type { Override } from '../../../src-preload/contract/model/item.ts'
import type { Content, Lateness } from '../../../src-preload/contract/model/post.ts'
import type { Channel } from '../../channels/channel.ts'
import type { AccountRecord, Millis, ScheduleRecord } from '../../core/records.ts'
import type { AccountsNamed } from './accounts-named.ts'
import { planMedia } from './plan-media.ts'
import { planTime } from './plan-time.ts'
import type { FileItem } from './post-file.ts'
import { problem } from './problems.ts'
import { severalIn, type Values } from './row-values.ts'
import type { SheetRow } from './sheet.ts'
import type { Source } from './sources.ts'

export type PlannedItem = {
  account: AccountRecord
  override: Override
  /** Null: a draft, or in a slot. */
  schedule: ScheduleRecord | null
  /** As it was when it was exported: nothing will be done with it. */
  kept: FileItem | null
}

/** A row as it would be; media may still stand for where they come from. */
export type PlannedRow = {
  row: number
  values: Values
  content: Content
  zone: string
  lateness: Lateness | null
  external: boolean
  /** When it was made and changed last, where the file tells. */
  made: { createdAt: Millis; updatedAt: Millis } | null
  items: PlannedItem[]
  inSlot: boolean
  problems: ImportProblem[]
}

export type PlanContext = {
  source: Source
  plan: ImportPlan
  accounts: AccountsNamed
  byId: ReadonlyMap<string, AccountRecord>
  channels: ReadonlyMap<string, Channel>
  /** Ids of stored files by their hash. */
  mediaHere: ReadonlyMap<string, string>
  now: Millis
}

/** What a row of cells would become, without having asked its channels. */
export const planCells = (context: PlanContext, row: number, from: SheetRow, values: Values): PlannedRow => {
  const { plan, now } = context
  const state = readState(values.state)
  const draft = state === 'draft' || plan.timed === 'draft'
  const time = planTime(values, plan, now, draft)
  const { accounts, problems: about } = namedAccounts(context, values)
  const { media, problems: ofMedia } = planMedia(values, context.source)
  const { tags, problems: ofTags } = tagsIn(values)
  const inSlot = !values.when && state !== 'draft' && plan.untimed === 'slot'
  const { text, options } = withTitle(context, accounts, values)
  const goesOut = time.schedule !== null || inSlot
  return {
    row,
    values,
    content: {
      text,
      media,
      thread: false,
      numbered: false,
      rich: from.rich === true,
      tags,
      strict: false,
      options,
    },
    zone: time.zone,
    lateness: null,
    external: false,
    made: null,
    items: accounts.map((account) => ({ account, override: {}, schedule: time.schedule, kept: null })),
    inSlot,
    problems: [
      ...(text.trim() === '' && media.length === 0 && !values.media ? [problem('error', 'text', 'no-text')] : []),
      ...time.problems,
      ...about,
      ...(goesOut && accounts.length === 0 && about.length === 0 ? [problem('error', 'accounts', 'no-account')] : []),
      ...ofMedia,
      ...ofTags,
      ...(state === 'unknown' ? [problem('warning', 'state', 'state-unknown', { value: values.state ?? '' })] : []),
    ],
  }
}

const STATES: Readonly<Record<'draft' | 'other', readonly string[]>> = {
  draft: ['draft', 'drafts', 'entwurf', 'unscheduled', 'idea'],
  other: ['scheduled', 'geplant', 'queued', 'queue', 'pending', 'approved', 'sent', 'published', 'failed', 'partial'],
}

const readState = (state: string | undefined): 'draft' | 'other' | 'unknown' => {
  const bare = state?.trim().toLowerCase() ?? ''
  if (STATES.draft.includes(bare)) return 'draft'
  return bare === '' || STATES.other.includes(bare) ? 'other' : 'unknown'
}

/** Whom the row names; where it names nobody, whom the plan names. */
export const namedAccounts = (
  { accounts, byId, plan }: PlanContext,
  values: Values,
): { accounts: AccountRecord[]; problems: ImportProblem[] } => {
  const names = severalIn(values.accounts)
  if (names.length === 0) {
    return { accounts: plan.accountIds.flatMap((id) => byId.get(id) ?? []), problems: [] }
  }
  const found = new Map<string, AccountRecord>()
  const problems: ImportProblem[] = []
  for (const name of names) {
    const one = accounts.byName(name)
    if (one.kind === 'account') found.set(one.account.id, one.account)
    else problems.push(problem('error', 'accounts', `account-${one.kind}`, { value: name }))
  }
  return { accounts: [...found.values()], problems }
}

const LONGEST_TAG = 64
const MOST_TAGS = 50

export const tagsIn = (values: Values): { tags: string[]; problems: ImportProblem[] } => {
  const tags = severalIn(values.tags)
    .map((tag) => tag.replace(/^#/, ''))
    .filter((tag) => tag !== '')
  const long = tags.filter((tag) => tag.length > LONGEST_TAG)
  return {
    tags: tags.slice(0, MOST_TAGS),
    problems: long.map((value) => problem('error', 'tags', 'tag-too-long', { value })),
  }
}

/** A title is told to the channels that have one; where none has, it stands above the text. A link stands below it. */
const withTitle = ({ channels }: PlanContext, accounts: readonly AccountRecord[], values: Values) => {
  const { text = '', title, link } = values
  const below =
    link !== undefined && !text.includes(link) ? [text, link].filter((part) => part !== '').join('\n\n') : text
  if (title === undefined) return { text: below, options: {} }
  const titled = [...new Set(accounts.map(({ channel }) => channel))].filter((key) => hasTitle(channels.get(key)))
  if (titled.length === 0) return { text: below.startsWith(title) ? below : `${title}\n\n${below}`.trim(), options: {} }
  return { text: below, options: Object.fromEntries(titled.map((key) => [key, { title }])) }
}

const hasTitle = (channel: Channel | undefined): boolean => {
  const properties = channel?.descriptor.options?.['properties']
  return typeof properties === 'object' && properties !== null && 'title' in properties
}
