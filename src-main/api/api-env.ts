import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Gate, TakeFile } from '../core/gate.ts'

/** What a key opens: the person's own Posthorn, or the sandbox. */
export type Side = {
  gate: Gate
  takeFile: TakeFile
  subscribe(listener: (event: Event) => void): () => void
  /** What was answered to a caller's own key, so that the same key gets the same answer. */
  answers: {
    find(once: string): Promise<Answer | null>
    keep(once: string, answer: Answer): Promise<void>
  }
}

export type Answer = { status: number; body: string }

/** Who asks, and in what: set before any route of a dialect runs. */
export type ApiEnv = {
  Bindings: HttpBindings
  Variables: {
    side: Side
    key: { id: string; name: string; kind: 'live' | 'test' }
    requestId: string
    /** The request's JSON, `{}` where it carries none; already read, no deeper than 64 levels. */
    body: unknown
  }
}

/** One way of speaking to Posthorn over HTTP: its routes under a base path, and how it says no. */
export type Dialect = {
  /** Without a slash at its end, such as `/socialit/v1`. */
  basePath: string
  routes: Hono<ApiEnv>
  /** A failure with the status and in the shape that its clients know. */
  fail(c: Context<ApiEnv>, failure: Failure): Response
}
