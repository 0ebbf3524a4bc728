import { createStore } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Media } from '../../src-preload/contract/model/media.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import type { Connection, CoreLink } from './connection.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import { noAnswer, strangeAnswer } from './transport-failure.ts'

/** Browsers let a page that is closing still send this much, in bytes. */
const PARTING_LIMIT = 60_000

type HttpOptions = {
  /** Where the core answers, such as `http://127.0.0.1:4100`. */
  base: string
  token: string
  /** Whether the page is on its way out, so that what is sent must outlive it. */
  isClosing?: () => boolean
}

/** The bridge over HTTP: the same shape as the window's, for the interface in a browser. */
export const createHttpBridge = ({ base, token, isClosing = () => false }: HttpOptions): CoreLink => {
  const connection = createStore<Connection>(() => ({ state: 'open' }))
  const listeners = new Set<(event: Event) => void>()
  const resyncs = new Set<() => void>()
  const authorised = { Authorization: `Bearer ${token}` }
  let stream: EventStream | null = null

  const listen = (): EventStream =>
    openEventStream({
      open: (signal) =>
        fetch(`${base}/events`, { headers: { ...authorised, Accept: 'text/event-stream' }, cache: 'no-store', signal }),
      onEvent: (event) => listeners.forEach((listener) => listener(event)),
      onConnection: (now) => connection.setState(now, true),
      onReopened: () => resyncs.forEach((resync) => resync()),
    })

  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Reply<Output<M>>> => {
    const body = JSON.stringify(input)
    let text = ''
    try {
      const response = await fetch(`${base}/rpc/${method}`, {
        method: 'POST',
        headers: { ...authorised, 'Content-Type': 'application/json' },
        body,
        keepalive: isClosing() && body.length < PARTING_LIMIT,
      })
      text = await response.text()
    } catch (error) {
      return { ok: false, failure: noAnswer(String(error)) }
    }
    return readReply(text) ?? { ok: false, failure: strangeAnswer(text.slice(0, 200)) }
  }

  const addFile = async (file: File): Promise<Reply<Media>> => {
    try {
      const response = await fetch(`${base}/media?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { ...authorised, 'Content-Type': 'application/octet-stream' },
        body: file,
      })
      const text = await response.text()
      return readReply<Media>(text) ?? { ok: false, failure: strangeAnswer(text.slice(0, 200)) }
    } catch (error) {
      return { ok: false, failure: noAnswer(String(error)) }
    }
  }

  const bridge: Bridge = {
    call,
    addFile,
    subscribe: (listener) => {
      listeners.add(listener)
      stream ??= listen()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stream?.close()
        stream = null
      }
    },
    mediaUrl: async (mediaId) => {
      const response = await fetch(`${base}/media/${mediaId}`, { headers: authorised })
      if (!response.ok) throw new Error(`The file answered ${response.status}.`)
      const url = URL.createObjectURL(await response.blob())
      return { url, release: () => URL.revokeObjectURL(url) }
    },
    desktop: null,
  }

  return {
    bridge,
    connection,
    retryNow: () => stream?.retryNow(),
    onResync: (listener) => {
      resyncs.add(listener)
      return () => resyncs.delete(listener)
    },
  }
}

const readReply = <T>(text: string): Reply<T> | null => {
  try {
    const reply: unknown = JSON.parse(text)
    return typeof reply === 'object' && reply !== null && 'ok' in reply ? (reply as Reply<T>) : null
  } catch {
    return null
  }
}
