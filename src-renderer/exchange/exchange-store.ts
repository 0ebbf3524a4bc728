import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Input } from '../../src-preload/contract/methods.ts'
import type {
  ImportCheck,
  ImportField,
  ImportJob,
  ImportPlan,
  ImportRecord,
  ImportSource,
} from '../../src-preload/contract/model/exchange.ts'
import type { Timers } from '../time/timers.ts'
import { alikeTo, type Cell, outcomeOf, type Step } from './edits.ts'
import { type GivenFile, type HandedFile, readHanded } from './given-files.ts'

export type ImportStage = 'choose' | 'file' | 'columns' | 'rows' | 'run'

/** The plan but for what was changed row by row, which is in the steps. */
export type Choices = Omit<ImportPlan, 'edits' | 'skip'>

/** A change that others may want too. */
type Offer = { field: ImportField; value: string; rows: readonly number[] }

type ExchangeState = {
  readonly stage: ImportStage
  readonly given: readonly GivenFile[]
  readonly source: ImportSource | null
  readonly choices: Choices
  readonly steps: readonly Step[]
  readonly check: ImportCheck | null
  readonly busy: 'reading' | 'checking' | null
  readonly offer: Offer | null
  readonly job: ImportJob | null
  readonly undone: { deleted: number; kept: number } | null
  readonly recent: readonly ImportRecord[]
  readonly failure: Failure | null
}

/** What is being brought in. It outlives its room, so that nothing is lost by going elsewhere. */
export type ExchangeStore = {
  readonly state: StoreApi<ExchangeState>
  take(files: readonly GivenFile[]): Promise<void>
  /** The same with files that are still to be read; says so where one cannot be. */
  hand(files: readonly HandedFile[]): Promise<void>
  /** Reads the same file in another way. */
  reread(how: Pick<Input<'imports.read'>, 'encoding' | 'separator' | 'header'>): Promise<void>
  choose(change: Partial<Choices>): void
  go(stage: ImportStage): void
  edit(row: number, field: ImportField, value: string): void
  editAll(rows: readonly number[], field: ImportField, value: string): void
  /** Several cells at once, as one step. */
  paste(cells: readonly Cell[]): void
  skip(rows: readonly number[], on: boolean): void
  acceptOffer(): void
  undoStep(): void
  run(): Promise<void>
  cancel(): Promise<void>
  /** Why it could not be undone; null when it was. */
  undoImport(importId: string): Promise<Failure | null>
  reset(): void
  loadRecent(): Promise<void>
}

/** A pause in changing of this long checks anew, in milliseconds. */
const PAUSE = 250
/** How often to ask how far an import is, in milliseconds. */
const LOOK = 200

/** `zone`: the person's own; `accountIds`: for whom a post is written when nothing is said. */
export const createExchangeStore = (
  bridge: Bridge,
  timers: Timers,
  ours: () => { zone: string; accountIds: readonly string[] },
): ExchangeStore => {
  const blank = (): Omit<ExchangeState, 'recent'> => ({
    stage: 'choose',
    given: [],
    source: null,
    choices: {
      mapping: [],
      zone: ours().zone,
      dayOrder: 'day-first',
      timed: 'schedule',
      untimed: 'draft',
      accountIds: [],
      names: {},
    },
    steps: [],
    check: null,
    busy: null,
    offer: null,
    job: null,
    undone: null,
    failure: null,
  })
  const state = createStore<ExchangeState>(() => ({ ...blank(), recent: [] }))
  const now = state.getState
  const set = state.setState
  let asked = 0
  let callOff = (): void => {}

  const planNow = (): ImportPlan => ({ ...now().choices, ...outcomeOf(now().steps) })

  const read = async (input: Input<'imports.read'>): Promise<boolean> => {
    set({ busy: 'reading', failure: null })
    let reply = await bridge.call('imports.read', input)
    // The core forgot it, such as after a restart; what was given is still here.
    if (!reply.ok && reply.failure.code === 'not-found' && now().given.length > 0) {
      const { importId: _, ...how } = input
      reply = await bridge.call('imports.read', { ...how, files: [...now().given] })
    }
    if (!reply.ok) {
      set({ busy: null, failure: reply.failure })
      return false
    }
    const source = reply.value
    set(({ choices }) => ({
      source,
      busy: null,
      choices: { ...choices, mapping: source.columns.map(({ field }) => field), dayOrder: source.dayOrder },
    }))
    return true
  }

  const check = async (): Promise<void> => {
    const { source } = now()
    if (source === null) return
    const question = ++asked
    set({ busy: 'checking' })
    let reply = await bridge.call('imports.check', { importId: source.importId, plan: planNow() })
    if (!reply.ok && reply.failure.code === 'not-found') {
      const again = await bridge.call('imports.read', howItWas(now()))
      if (again.ok) {
        set({ source: again.value })
        reply = await bridge.call('imports.check', { importId: again.value.importId, plan: planNow() })
      }
    }
    if (question !== asked) return
    set(reply.ok ? { check: reply.value, busy: null, failure: null } : { busy: null, failure: reply.failure })
  }

  const checkSoon = (): void => {
    callOff()
    callOff = timers.after(PAUSE, () => void check())
  }

  const step = (one: Step, offer: Offer | null = null): void => {
    set(({ steps, check: known }) => ({
      steps: [...steps, one],
      offer,
      // What was typed stands there at once; what is said about it follows.
      check: known && { ...known, rows: shownAfter(known.rows, one) },
    }))
    checkSoon()
  }

  const follow = async (): Promise<void> => {
    const reply = await bridge.call('imports.job', {})
    if (!reply.ok) return set({ failure: reply.failure })
    set({ job: reply.value.job })
    if (reply.value.job?.state === 'running') return void timers.after(LOOK, () => void follow())
    await loadRecent()
  }

  const loadRecent = async (): Promise<void> => {
    const reply = await bridge.call('imports.list', {})
    if (reply.ok) set({ recent: reply.value.entries })
  }

  const take = async (files: readonly GivenFile[]): Promise<void> => {
    set({ ...blank(), given: files })
    set(({ choices }) => ({ choices: { ...choices, accountIds: [...ours().accountIds] } }))
    if (await read({ files: [...files] })) set({ stage: 'file' })
  }

  return {
    state,
    take,
    hand: async (files) => {
      set({ ...blank(), busy: 'reading' })
      const given = await readHanded(files, bridge.desktop)
      if (!given.ok) return set({ busy: null, failure: given.failure })
      await take(given.value)
    },
    reread: async (how) => {
      const { source } = now()
      if (source === null) return
      const before = source.columns.length
      if (!(await read({ importId: source.importId, ...how }))) return
      // Other columns or lines: what was changed by hand means something else now.
      if (now().source?.columns.length !== before || now().source?.rows !== source.rows) set({ steps: [], check: null })
    },
    choose: (change) => {
      set(({ choices }) => ({ choices: { ...choices, ...change } }))
      if (now().stage === 'rows') checkSoon()
    },
    go: (stage) => {
      set({ stage, failure: null, offer: null })
      if (stage === 'rows') void check()
    },
    edit: (row, field, value) => {
      const rows = now().check?.rows ?? []
      if ((rows[row]?.values[field] ?? '') === value) return
      const alike = alikeTo(rows, row, field)
      step({ kind: 'cells', cells: [{ row, field, value }] }, alike.length === 0 ? null : { field, value, rows: alike })
    },
    editAll: (rows, field, value) => step(sameIn({ rows, field, value })),
    paste: (cells) => step({ kind: 'cells', cells }),
    skip: (rows, on) => step({ kind: 'skip', rows, on }),
    acceptOffer: () => {
      const { offer } = now()
      if (offer !== null) step(sameIn(offer))
    },
    undoStep: () => {
      if (now().steps.length === 0) return
      set(({ steps }) => ({ steps: steps.slice(0, -1), offer: null }))
      void check()
    },
    run: async () => {
      const { source } = now()
      if (source === null) return
      const reply = await bridge.call('imports.run', { importId: source.importId, plan: planNow() })
      if (!reply.ok) return set({ failure: reply.failure })
      set({ stage: 'run', job: reply.value, undone: null, failure: null })
      await follow()
    },
    cancel: async () => void (await bridge.call('imports.cancel', {})),
    undoImport: async (importId) => {
      const reply = await bridge.call('imports.undo', { importId })
      if (!reply.ok) return reply.failure
      set({ undone: reply.value })
      await loadRecent()
      return null
    },
    reset: () => set(blank()),
    loadRecent,
  }
}

const howItWas = ({ given, source }: ExchangeState): Input<'imports.read'> => ({
  files: [...given],
  ...(source?.encoding && { encoding: source.encoding }),
  ...(source?.separator && { separator: source.separator, header: source.header }),
})

const sameIn = ({ rows, field, value }: Offer): Step => ({
  kind: 'cells',
  cells: rows.map((row) => ({ row, field, value })),
})

const shownAfter = (rows: ImportCheck['rows'], step: Step): ImportCheck['rows'] => {
  if (step.kind === 'skip') {
    const changed = new Set(step.rows)
    return rows.map((row) =>
      changed.has(row.row) ? { ...row, skipped: step.on, problems: step.on ? [] : row.problems } : row,
    )
  }
  const changed = Map.groupBy(step.cells, ({ row }) => row)
  return rows.map((row) => {
    const cells = changed.get(row.row)
    if (cells === undefined) return row
    return { ...row, values: { ...row.values, ...Object.fromEntries(cells.map(({ field, value }) => [field, value])) } }
  })
}
