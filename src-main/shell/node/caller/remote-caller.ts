import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '../../../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../../../src-preload/contract/methods.ts'
import { failed, Refusal } from '../../../core/refusal.ts'
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
    const { message, cause } = error as Error
    const detail = cause instanceof Error ? cause.message : message
    return {
      ok: false,
      failure: failed(
        'unreachable',
        'Posthorn holds the data folder but does not answer.',
        'It may be starting or quitting: try again in a moment.',
        { detail },
      ),
    }
  }
}
