import type { Event } from '../../src-preload/contract/events.ts'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Gate, TakeFile } from '../core/gate.ts'

/** Posthorn without a host: what each shell (window, server, command) starts, speaks to and stops. */
export type App = {
  /** Every method of the contract. */
  readonly gate: Gate
  readonly takeFile: TakeFile
  /** Listens to all that changes; returns the way to stop. */
  subscribe(listener: (event: Event) => void): () => void
  /** Lets the shell say what the person asked for from outside the window. */
  emit(event: Event): void
  /** Settles what an earlier run left open, then looks at the queue until stopped. */
  start(): Promise<void>
  /** Lets what is being sent come to its end (within its deadline), then rests. Safe to call twice. */
  stop(): Promise<void>
  /** A hint that something may have changed outside: the machine woke, the network is back. */
  nudge(why: 'resume' | 'online'): void
  /** Who a key of the HTTP API belongs to; null for a key that is unknown or revoked. Remembers that it was used. */
  keyFor(key: string): Promise<{ id: string; name: string; kind: 'live' | 'test' } | null>
  /** What was answered to a caller's own key (`once`), so that the same key gets the same answer for 24 hours. */
  readonly answers: {
    find(once: string): Promise<{ status: number; body: string } | null>
    keep(once: string, answer: { status: number; body: string }): Promise<void>
  }
  /** For one command without a running scheduler: sends these items now and returns when each came to a rest. */
  publish(itemIds: readonly string[]): Promise<void>
  /** What would be sent within so many milliseconds: for the warning on quitting. */
  dueWithin(span: number): Promise<ItemRow[]>
}
