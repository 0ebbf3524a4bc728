import type { ImportPlan, ImportProblem } from '../../../src-preload/contract/model/exchange.ts'
import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { Store } from '../../core/ports.ts'
import { isZone } from '../../core/zones.ts'
import { refuse } from '../../core/refusal.ts'
import { checkDraft } from '../acceptance.ts'
import { composeDraft } from '../drafts.ts'
import { findChannel } from '../lookups.ts'
import type { World } from '../world.ts'
import { createAccountsNamed } from './accounts-named.ts'
import { findRepeats } from './find-repeats.ts'
import { isOrigin } from './plan-media.ts'
import { planCells, type PlanContext, type PlannedItem, type PlannedRow } from './plan-row.ts'
import { planWhole } from './plan-whole.ts'
import { problem } from './problems.ts'
import { editsOf, valuesOf } from './row-values.ts'
import type { Source } from './sources.ts'
import { breathe } from './breathe.ts'
import { because, toldOf } from '../../core/told.ts'

/** What channels said before, by what they were asked: most of a check is the same as that before. */
export type ChannelAnswers = Map<string, readonly ImportProblem[]>

/** So many rows are looked at before others get their turn. */
const SLICE = 50

/** Every row as it would be, with all there is to say about it. Skipped rows are read but not judged. */
export const checkRows = async (
  world: World,
  source: Source,
  plan: ImportPlan,
  answers: ChannelAnswers,
  onRow: (done: number) => void = () => {},
): Promise<PlannedRow[]> => {
  if (!isZone(plan.zone)) {
    refuse('unknown-zone', `There is no time zone named "${plan.zone}".`, 'Use a name such as Europe/Berlin.', {
      told: because('zone-unknown', { zone: plan.zone }),
    })
  }
  const context = await contextOf(world, source, plan)
  const edits = editsOf(plan)
  const skip = new Set(plan.skip)
  const rows: PlannedRow[] = []
  for (const [row, from] of source.sheet.rows.entries()) {
    if (row % SLICE === 0) {
      await breathe()
      onRow(row)
    }
    const edited = edits.get(row)
    const values = valuesOf(from, plan, edited)
    const planned = from.whole
      ? planWhole(context, row, from.whole, values, new Set(edited?.keys()))
      : planCells(context, row, from, values)
    if (!skip.has(row)) planned.problems.push(...(await askChannels(world, planned, answers)))
    rows.push(skip.has(row) ? { ...planned, problems: [] } : planned)
  }
  const judged = rows.filter(({ row }) => !skip.has(row))
  const repeats = await findRepeats(world, judged)
  for (const one of judged) one.problems.push(...(repeats.get(one.row) ?? []))
  return rows
}

const contextOf = async ({ store, channels, clock }: World, source: Source, plan: ImportPlan): Promise<PlanContext> => {
  const accounts = (await store.accounts.list()).filter(({ connection }) => connection !== 'disconnected')
  return {
    source,
    plan,
    accounts: createAccountsNamed(accounts, channels, plan.names, source.known),
    byId: new Map(accounts.map((one) => [one.id, one])),
    channels,
    mediaHere: await mediaHere(store, source),
    now: clock.now(),
  }
}

const mediaHere = async (store: Store, { known }: Source): Promise<ReadonlyMap<string, string>> => {
  const here = new Map<string, string>()
  for (const { hash } of known?.media ?? []) {
    const media = await store.media.findByHash(hash)
    if (media) here.set(hash, media.id)
  }
  return here
}

const askChannels = async (world: World, planned: PlannedRow, answers: ChannelAnswers): Promise<ImportProblem[]> => {
  const { content, items, inSlot } = planned
  const told: ImportProblem[] = []
  if (content.text.trim() === '' && content.media.length === 0 && items.every(({ override }) => !override.text))
    return told
  for (const item of items) {
    if (item.kept) continue
    const fields = JSON.stringify([item.account.id, content, item.override])
    const known = answers.get(fields) ?? (await askChannel(world, planned, item))
    answers.set(fields, known)
    // A draft may be anything; it is only said.
    const goesOut = item.schedule !== null || inSlot
    told.push(...known.map((one) => (goesOut ? one : { ...one, severity: 'warning' as const })))
  }
  return told
}

/** What its channel would say; of media that are not here yet it says nothing. */
const askChannel = async (world: World, { content }: PlannedRow, item: PlannedItem): Promise<ImportProblem[]> => {
  const { account, override } = item
  const here = (media: typeof content.media) => media.filter(({ mediaId }) => !isOrigin(mediaId))
  const media = override.media ?? content.media
  const draft = await composeDraft(world.store, world, { ...content, media: here(content.media) }, account.channel, {
    ...override,
    ...(override.media && { media: here(override.media) }),
  })
  const { problems, count } = await checkDraft(findChannel(world.channels, account.channel), draft, account)
  const coming = media.length > here(media).length
  return problems
    .filter(({ code, field }) => code !== 'signed-out' && !(coming && (field === 'media' || code === 'empty-post')))
    .map((one) =>
      one.code === 'text-too-long' && count
        ? problem(one.severity, 'text', 'too-long', { account: account.name, used: count.used, max: count.max })
        : {
            ...problem(one.severity, fieldOf(one), 'channel', { account: account.name, message: one.message }),
            told: toldOf(one),
          },
    )
}

const fieldOf = ({ field }: Problem): ImportProblem['field'] => {
  if (field === 'media') return 'media'
  return field === 'account' ? 'accounts' : 'text'
}
