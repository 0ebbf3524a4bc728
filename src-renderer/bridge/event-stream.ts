import { createParser } from 'eventsource-parser'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Connection } from './connection.ts'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 10_000
/** The core says something every 15 s; a stream silent for this long is dead, whatever the socket says. */
const SILENCE = 45_000

type StreamOptions = {
  /** Opens the stream; rejects or answers without success when it cannot. */
  open(signal: AbortSignal): Promise<Response>
  onEvent(event: Event): void
  onConnection(connection: Connection): void
  /** After every opening but the first: events may have been missed. */
  onReopened(): void
}

export type EventStream = { retryNow(): void; close(): void }

/** Keeps a stream of events open: read until it ends, then again with growing pauses, until closed or refused. */
export const openEventStream = ({ open, onEvent, onConnection, onReopened }: StreamOptions): EventStream => {
  const abort = new AbortController()
  let tries = 0
  let opened = false
  let wake: (() => void) | null = null

  const pause = (): Promise<void> => {
    const span = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries++)
    onConnection({ state: 'lost', retryAt: Date.now() + span })
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, span)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const readOnce = async (): Promise<'ended' | 'refused'> => {
    const attempt = new AbortController()
    const signal = AbortSignal.any([abort.signal, attempt.signal])
    const response = await open(signal)
    if (response.status === 401 || response.status === 403) return 'refused'
    if (!response.ok || response.body === null) throw new Error(`The stream answered ${response.status}.`)
    tries = 0
    onConnection({ state: 'open' })
    if (opened) onReopened()
    opened = true
    const parser = createParser({ onEvent: (message) => onEvent(JSON.parse(message.data) as Event) })
    const decoder = new TextDecoder()
    const reader = response.body.getReader()
    let watchdog = setTimeout(() => attempt.abort(), SILENCE)
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        clearTimeout(watchdog)
        watchdog = setTimeout(() => attempt.abort(), SILENCE)
        parser.feed(decoder.decode(chunk.value, { stream: true }))
      }
    } finally {
      clearTimeout(watchdog)
    }
    return 'ended'
  }

  const run = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      // A stream that breaks and one that ends are the same to us: it is opened again.
      const end = await readOnce().catch(() => 'ended' as const)
      if (abort.signal.aborted) return
      if (end === 'refused') return onConnection({ state: 'refused' })
      await pause()
      onConnection({ state: 'lost', retryAt: null })
    }
  }
  void run()

  return {
    retryNow: () => wake?.(),
    close: () => {
      abort.abort()
      wake?.()
    },
  }
}
