import type { ImportJob, ImportPlan, ImportRecord as ImportView } from '../../../src-preload/contract/model/exchange.ts'
import { failed, Refusal, refuse } from '../../core/refusal.ts'
import type { ImportRecord } from '../../core/records.ts'
import type { Parts } from '../parts.ts'
import { isoInstant, isoOrNull } from '../views.ts'
import { checkRows } from './check-rows.ts'
import { gatherMedia } from './gather-media.ts'
import type { Source } from './sources.ts'
import { tellMany } from './tell-many.ts'
import { writeRows } from './write-rows.ts'
import { because } from '../../core/told.ts'

/** Imports, one at a time: all of a file or nothing of it. */
export type ImportRuns = {
  start(source: Source, plan: ImportPlan): ImportJob
  job(): ImportJob | null
  cancel(): void
  /** Calls off what runs, and waits for its end. */
  stop(): Promise<void>
}

const calledOff = () =>
  refuse('cancelled', 'The import was called off; nothing was made.', 'Start it once more when it suits.', {
    told: because('import-called-off'),
  })

export const createImportRuns = (parts: Parts): ImportRuns => {
  const { world } = parts
  let job: ImportJob | null = null
  let running: Promise<void> = Promise.resolve()
  let stopping = new AbortController()

  const run = async (source: Source, plan: ImportPlan, at: (change: Partial<ImportJob>) => void): Promise<void> => {
    const { signal } = stopping
    const assertWanted = () => void (signal.aborted && calledOff())
    const all = await checkRows(world, source, plan, new Map(), (done) => at({ done }))
    const skip = new Set(plan.skip)
    const rows = all.filter(({ row }) => !skip.has(row))
    assertSound(rows)
    at({ step: 'media', done: 0, total: 0 })
    const media = await gatherMedia(world, source, rows, {
      onFile: (done, total) => at({ done, total }),
      stopping: signal,
    })
    assertWanted()
    at({ step: 'writing', done: 0, total: rows.length })
    const record = await world.store.transaction(async (within) => {
      const { posts, drafts, scheduled } = await writeRows(within, parts, {
        rows,
        plan,
        media,
        onRow: (done) => at({ done }),
        assertWanted,
      })
      const made: ImportRecord = {
        id: source.id,
        name: source.name,
        hash: source.hash,
        at: world.clock.now(),
        postIds: posts.map(({ id }) => id),
        drafts,
        scheduled,
        undoneAt: null,
      }
      const before = await within.imports.get(source.id)
      const kept = before ? { ...made, id: world.ids.make('imp') } : made
      await within.imports.put(kept)
      return kept
    })
    await tellMany(parts, record.postIds)
    at({ state: 'done', done: rows.length, result: importView(record) })
  }

  return {
    start: (source, plan) => {
      if (job?.state === 'running') {
        return refuse('illegal-transition', 'Another import is running.', 'Wait for its end, or call it off.', {
          told: because('import-running'),
        })
      }
      const { id: importId, name, sheet } = source
      const total = sheet.rows.length
      job = { importId, name, state: 'running', step: 'checking', done: 0, total, failure: null, result: null }
      stopping = new AbortController()
      const at = (change: Partial<ImportJob>) => void (job = job && { ...job, ...change })
      running = run(source, plan, at).catch((error: unknown) => {
        const failure = failureOf(error)
        if (failure.code === 'internal') world.log.error('an import failed', { error: String(error) })
        at({ state: failure.code === 'cancelled' ? 'cancelled' : 'failed', failure })
      })
      return job
    },
    job: () => job,
    cancel: () => stopping.abort(),
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

const assertSound = (rows: Awaited<ReturnType<typeof checkRows>>): void => {
  const wrong = rows.filter(({ problems }) => problems.some(({ severity }) => severity === 'error'))
  const [first] = wrong
  if (rows.length === 0)
    refuse('invalid-input', 'There is nothing to import.', 'Take at least one row.', {
      told: because('import-nothing'),
    })
  if (first === undefined) return
  const why = first.problems.find(({ severity }) => severity === 'error')?.message ?? ''
  refuse(
    'invalid-input',
    wrong.length === 1
      ? `Row ${first.row + 1}: ${why}`
      : `${wrong.length} rows have errors; row ${first.row + 1}: ${why}`,
    'Correct them, or leave these rows out.',
    { told: because('import-wrong-rows', { count: wrong.length, row: first.row + 1 }) },
  )
}

const failureOf = (error: unknown) =>
  error instanceof Refusal
    ? error.failure
    : failed('internal', 'Posthorn met an error of its own; nothing was imported.', 'Try again; the log says more.', {
        detail: String(error),
        told: because('import-broke'),
      })

export const importView = ({ id, name, at, postIds, drafts, scheduled, undoneAt }: ImportRecord): ImportView => ({
  importId: id,
  name,
  at: isoInstant(at),
  posts: postIds.length,
  drafts,
  scheduled,
  undoneAt: isoOrNull(undoneAt),
})
