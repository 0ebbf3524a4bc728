import type { Failure, Reply } from '../../../src-preload/contract/failure.ts'
import type { Timers } from '../../time/timers.ts'

/** How the words on the screen relate to those on disk. */
export type SaveState =
  /** Nothing was changed here. */
  | { kind: 'untouched' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  /** It is tried again by itself at that time. */
  | { kind: 'failed'; failure: Failure; retryAt: number }

/** A pause in typing of this long saves, in milliseconds. */
const PAUSE = 600
/** Who types without a pause is saved all the same after this long. */
const PATIENCE = 3_000
const FIRST_RETRY = 2_000
const LONGEST_RETRY = 30_000

type AutosaveOptions = {
  /** Saves what stands at the moment of the call. */
  save(): Promise<Reply<unknown>>
  onState(state: SaveState): void
  /** Everything up to the last change is on disk. */
  onSettled(): void
  timers: Timers
}

export type Autosave = {
  /** Something was typed. */
  touch(): void
  /** Saves now, until nothing is unsaved; the failure if it could not. */
  flush(): Promise<Failure | null>
  /** No timer of it fires any more; what is unsaved stays so. */
  stop(): void
}

/**
 * Saves after a pause in typing, one call at a time, again when more was typed meanwhile, and again and again when it
 * fails. It never gives up, since there is nothing better to do with words than to keep them.
 */
export const createAutosave = ({ save, onState, onSettled, timers }: AutosaveOptions): Autosave => {
  let touched = 0
  let saved = 0
  let tries = 0
  let dueBy = 0
  let running: Promise<Failure | null> | null = null
  let cancel = (): void => undefined

  const isSaved = (): boolean => saved === touched

  const plan = (delay: number): void => {
    cancel()
    cancel = timers.after(delay, () => void flush())
  }

  const saveOnce = async (): Promise<Failure | null> => {
    const upTo = touched
    onState({ kind: 'saving' })
    const reply = await save()
    if (reply.ok) {
      saved = upTo
      tries = 0
      if (isSaved()) {
        onState({ kind: 'saved', at: timers.now() })
        onSettled()
      }
      return null
    }
    const delay = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** tries++)
    dueBy = timers.now() + delay
    onState({ kind: 'failed', failure: reply.failure, retryAt: dueBy })
    plan(delay)
    return reply.failure
  }

  const flush = async (): Promise<Failure | null> => {
    cancel()
    while (!isSaved()) {
      running ??= saveOnce().finally(() => (running = null))
      const failure = await running
      if (failure !== null) return failure
    }
    return null
  }

  return {
    touch: () => {
      if (isSaved()) dueBy = timers.now() + PATIENCE
      touched += 1
      // While one save runs, flush() comes round again by itself; a failure stays told until a save succeeds.
      if (running === null && tries === 0) onState({ kind: 'unsaved' })
      plan(Math.max(0, Math.min(PAUSE, dueBy - timers.now())))
    },
    flush,
    stop: () => cancel(),
  }
}
