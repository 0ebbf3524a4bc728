import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '../../../../src-preload/contract/failure.ts'
import type { Media } from '../../../../src-preload/contract/model/media.ts'
import type { NamedFile } from '../../../core/ports.ts'
import type { Input, MethodName, Output } from '../../../../src-preload/contract/methods.ts'
import { failedInEnglish, granted, Refusal } from '../../../core/refusal.ts'
import type { Caller } from './caller.ts'

const LOOK_AGAIN = 200
/** Longer than any attempt to send may take, in milliseconds. */
const LONGEST = 600_000

/** Speaks to the process that holds the data folder. */
export const createRemoteCaller = (door: { url: string; token: string }): Caller => {
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await request(door, method, input)
    if (!reply.ok) throw new Refusal(reply.failure)
    return reply.value as Output<M>
  }
  return {
    attended: true,
    call,
    takeFile: async (file) => granted(await sendFile(door, file)),
    settle: async (itemIds) => {
      const patience = Date.now() + LONGEST
      const moving = new Set(itemIds)
      while (moving.size > 0 && Date.now() < patience) {
        for (const itemId of moving) {
          const { state } = await call('items.get', { itemId })
          if (state !== 'scheduled' && state !== 'publishing') moving.delete(itemId)
        }
        if (moving.size > 0) await sleep(LOOK_AGAIN)
      }
    },
    close: () => Promise.resolve(),
  }
}

const request = async (
  door: { url: string; token: string },
  method: string,
  input: unknown,
): Promise<Reply<unknown>> => {
  try {
    const response = await fetch(`${door.url}/rpc/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${door.token}` },
      body: JSON.stringify(input),
    })
    return (await response.json()) as Reply<unknown>
  } catch (error) {
    return { ok: false, failure: noAnswer(error) }
  }
}

/** Not by fetch: that would hold the whole of a file in memory. */
const sendFile = async (
  door: { url: string; token: string },
  { name, size, bytes }: NamedFile,
): Promise<Reply<Media>> => {
  const { request: send } = await import('undici')
  const body = Readable.from(bytes, { objectMode: false })
  let unread: unknown
  body.on('error', (error) => (unread = error))
  try {
    const response = await send(`${door.url}/media?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        ...(size !== null && { 'content-length': String(size) }),
        authorization: `Bearer ${door.token}`,
      },
      body,
    })
    return (await response.body.json()) as Reply<Media>
  } catch (error) {
    if (unread instanceof Refusal) return { ok: false, failure: unread.failure }
    return { ok: false, failure: noAnswer(error) }
  }
}

const noAnswer = (error: unknown) => {
  const { message, cause } = error as Error
  return failedInEnglish(
    'unreachable',
    'Posthorn holds the data folder but does not answer.',
    'It may be starting or quitting: try again in a moment.',
    { detail: cause instanceof Error ? cause.message : message },
  )
}
