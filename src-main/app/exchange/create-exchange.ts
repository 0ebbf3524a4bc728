import type { ImportPlan, ImportRow } from '../../../src-preload/contract/model/exchange.ts'
import type { Output } from '../../../src-preload/contract/methods.ts'
import type { Handlers } from '../../core/gate.ts'
import type { Parts } from '../parts.ts'
import { isoInstant } from '../views.ts'
import type { ChannelAnswers } from './check-rows.ts'
import type { PlannedRow } from './plan-row.ts'
import { createImportRuns, importView } from './run-import.ts'
import { createSources } from './sources.ts'
import { undoImport } from './undo-import.ts'

type Exchange = {
  handlers: Pick<
    Handlers,
    | 'imports.read'
    | 'imports.check'
    | 'imports.run'
    | 'imports.job'
    | 'imports.cancel'
    | 'imports.undo'
    | 'imports.list'
    | 'exports.write'
  >
  /** Calls off what runs. */
  stop(): Promise<void>
}

/** So many of the last imports are told. */
const RECENT = 20

/** Posts in and out, as files. */
export const createExchange = (parts: Parts): Exchange => {
  const { world } = parts
  const sources = createSources(world)
  const runs = createImportRuns(parts)
  /** Of the file that was checked last. */
  let said: { importId: string; answers: ChannelAnswers } | null = null
  return {
    handlers: {
      'imports.read': sources.read,
      'imports.check': async ({ importId, plan }) => {
        const { checkRows } = await import('./check-rows.ts')
        const source = sources.find(importId)
        said = said?.importId === importId ? said : { importId, answers: new Map() }
        return checkView(await checkRows(world, source, plan, said.answers), plan)
      },
      'imports.run': async ({ importId, plan }) => runs.start(sources.find(importId), plan),
      'imports.job': async () => ({ job: runs.job() }),
      'imports.cancel': async () => {
        runs.cancel()
        return { done: true }
      },
      'imports.undo': ({ importId }) => undoImport(parts, importId),
      'imports.list': async () => ({ entries: (await world.store.imports.list(RECENT)).map(importView) }),
      'exports.write': async (asked) => {
        const { exportPosts } = await import('./export-posts.ts')
        return exportPosts(world, asked)
      },
    },
    stop: runs.stop,
  }
}

const checkView = (planned: readonly PlannedRow[], plan: ImportPlan): Output<'imports.check'> => {
  const skip = new Set(plan.skip)
  const rows = planned.map((one) => rowView(one, skip.has(one.row)))
  const taken = rows.filter(({ skipped }) => !skipped)
  const having = (severity: 'error' | 'warning') =>
    taken.filter(({ problems }) => problems.some((one) => one.severity === severity)).length
  return {
    rows,
    counts: {
      rows: rows.length,
      skipped: rows.length - taken.length,
      errors: having('error'),
      warnings: having('warning'),
      drafts: taken.filter(({ becomes }) => becomes === 'draft').length,
      scheduled: taken.filter(({ becomes }) => becomes === 'scheduled' || becomes === 'slot').length,
    },
    unknown: unknownNames(taken),
  }
}

const rowView = (planned: PlannedRow, skipped: boolean): ImportRow => {
  const { row, values, problems, items, zone, inSlot } = planned
  const scheduled = items.find(({ schedule }) => schedule !== null)?.schedule
  const kept = items.length > 0 && items.every((one) => one.kept !== null)
  return {
    row,
    skipped,
    values,
    problems,
    becomes: kept ? 'kept' : scheduled ? 'scheduled' : inSlot ? 'slot' : 'draft',
    at: scheduled ? isoInstant(scheduled.at) : null,
    zone,
    accountIds: items.map(({ account }) => account.id),
  }
}

const unknownNames = (rows: readonly ImportRow[]) => {
  const names = new Map<string, number>()
  for (const { problems } of rows) {
    for (const { code, about } of problems) {
      if (code !== 'account-unknown' && code !== 'account-ambiguous') continue
      const name = String(about['value'])
      names.set(name, (names.get(name) ?? 0) + 1)
    }
  }
  return [...names].map(([name, count]) => ({ name, rows: count })).toSorted((a, b) => b.rows - a.rows)
}
