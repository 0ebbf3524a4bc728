import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Output } from '../../../src-preload/contract/methods.ts'
import type { Timers } from '../../time/timers.ts'

/** A name that is being typed: where its sign stands, where it ends, and what of it is typed up to the caret. */
export type Typed = { start: number; end: number; name: string }

/** Behind a space, a bracket or nothing; at least one letter; a server may stand in it. */
const NAME = /(?:^|[\s([{"'«“‚‘])@((?=[\w.\-@]*\p{L})[\p{L}\p{N}_.-]+(?:@[\p{L}\p{N}.-]*)?)$/u

/** The longest name that is asked for. */
const LONGEST = 100

/** The name that the caret stands in or behind; null where none is typed. */
export const nameAt = (text: string, caret: number): Typed | null => {
  const name = NAME.exec(text.slice(Math.max(0, caret - LONGEST - 2), caret))?.[1]
  if (name === undefined || name.length > LONGEST) return null
  const rest = /^[\p{L}\p{N}_.-]*/u.exec(text.slice(caret))?.[0] ?? ''
  return { start: caret - name.length - 1, end: caret + rest.length, name }
}

type Entries = Output<'accounts.mentions'>['entries']

export type Found = Entries[number] & { accountId: string; channel: string }

/** An account that can be asked, with the key of its channel. */
export type Asked = { accountId: string; channel: string }

export type MentionState = {
  /** What was found for the name that is being typed, and what is still the best there is for it. */
  readonly found: readonly Found[]
  /** Keys of channels that could not be asked. */
  readonly failed: readonly string[]
}

/** Looks names up while they are typed, and never stands in the way of typing. */
export type MentionSearch = {
  readonly state: StoreApi<MentionState>
  /** Null: no name is typed any more. */
  ask(name: string | null, of: readonly Asked[]): void
  stop(): void
}

type LookUp = (accountId: string, typed: string) => Promise<Reply<Output<'accounts.mentions'>>>

/** Long enough for the next letter to come, in milliseconds. */
const PAUSE = 200
/** So many answers are remembered. */
const MOST_KEPT = 200

const keyOf = (accountId: string, name: string): string => `${accountId} ${name.toLowerCase()}`

const NOTHING: MentionState = { found: [], failed: [] }

export const createMentionSearch = (lookUp: LookUp, timers: Timers): MentionSearch => {
  const state = createStore<MentionState>(() => NOTHING)
  const kept = new Map<string, Entries>()
  let round = 0
  let callOff = (): void => undefined

  const keep = (key: string, entries: Entries): void => {
    kept.set(key, entries)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
  }

  const run = (name: string, of: readonly Asked[], mine: number): void => {
    const results = new Map<string, readonly Found[]>()
    const failed = new Set<string>()
    const tell = (): void => {
      if (mine === round)
        state.setState({ found: joined(of.flatMap((one) => results.get(one.accountId) ?? [])), failed: [...failed] })
    }
    const take = (accountId: string, channel: string, entries: Entries): void => {
      results.set(
        accountId,
        entries.map((entry) => ({ ...entry, accountId, channel })),
      )
    }
    const asked = async (accountId: string, channel: string): Promise<void> => {
      const reply = await lookUp(accountId, name)
      if (reply.ok) {
        keep(keyOf(accountId, name), reply.value.entries)
        take(accountId, channel, reply.value.entries)
      } else failed.add(channel)
      tell()
    }
    for (const { accountId, channel } of of) {
      const known = kept.get(keyOf(accountId, name))
      if (known !== undefined) take(accountId, channel, known)
      else void asked(accountId, channel)
    }
    if (results.size > 0) tell()
  }

  return {
    state,
    ask: (name, of) => {
      callOff()
      const mine = ++round
      if (name === null || of.length === 0) return state.setState(NOTHING)
      // What is known needs no waiting.
      const known = of.every(({ accountId }) => kept.has(keyOf(accountId, name)))
      if (known) return run(name, of, mine)
      callOff = timers.after(PAUSE, () => run(name, of, mine))
    },
    stop: () => {
      callOff()
      round += 1
    },
  }
}

/** Several accounts of a channel find the same people: each is offered once. */
const joined = (found: readonly Found[]): Found[] => {
  const seen = new Set<string>()
  return found.filter(({ channel, insert }) => {
    const key = `${channel} ${insert}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
