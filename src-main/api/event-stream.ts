import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Clock } from '../core/ports.ts'

/** Keeps proxies and sleeping laptops from taking the silence for the end, in milliseconds. */
const HEARTBEAT = 15_000

/** A reader so far behind is gone or stuck; it comes back and reads the lists anew. */
const MOST_PENDING = 1_000

/** Everything that changes as server-sent events, one `data:` line of JSON each, until either side ends it. */
export const eventStream = (
  c: Context,
  world: { subscribe(listener: (event: Event) => void): () => void; clock: Clock; closing: AbortSignal },
): Response =>
  streamSSE(c, async (stream) => {
    const end = Promise.withResolvers<void>()
    let pending = 0
    const send = (text: string) => {
      pending += 1
      if (pending > MOST_PENDING) stream.abort()
      else void stream.write(text).finally(() => (pending -= 1))
    }
    let cancelBeat = () => {}
    const beat = () => {
      send(': still here\n\n')
      cancelBeat = world.clock.after(HEARTBEAT, beat)
    }
    const unsubscribe = world.subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`))
    stream.onAbort(end.resolve)
    world.closing.addEventListener('abort', () => end.resolve(), { once: true })
    beat()
    await end.promise
    unsubscribe()
    cancelBeat()
  })
