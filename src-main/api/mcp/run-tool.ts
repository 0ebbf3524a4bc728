import type { Failure, Reply } from '../../../src-preload/contract/failure.ts'
import type { ItemState } from '../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import type { Gate } from '../../core/gate.ts'
import { failedInEnglish, Refusal } from '../../core/refusal.ts'
import { forbidden, type Permission } from './permission.ts'
import type { Tool } from './tools.ts'

/** Reaches Posthorn for one call of an assistant, with what the person allows at this moment. */
export type Visit = <T>(work: (gate: Gate, permission: Permission) => Promise<T>) => Promise<T>

/** Does what an assistant asked for, as far as the person allows it. Rejects only with an error of our own. */
export const runTool = async (visit: Visit, tool: Tool, given: unknown): Promise<Reply<unknown>> => {
  try {
    return await visit(async (gate, permission): Promise<Reply<unknown>> => {
      const failure = forbidden(tool.needs, permission) ?? (await outOfReach(gate, permission, tool, given))
      return failure ? { ok: false, failure } : gate(tool.method, tool.toInput(given))
    })
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure }
    throw error
  }
}

/** In these states the words go out, or may, without anybody looking at them again. */
const ON_THEIR_WAY: ReadonlySet<ItemState> = new Set(['scheduled', 'waiting', 'publishing', 'unconfirmed'])

/** Who may write drafts alone must not change what is going to be sent: that would be publishing. */
const outOfReach = async (gate: Gate, permission: Permission, tool: Tool, given: unknown): Promise<Failure | null> => {
  const { postId } = given as { postId?: string }
  if (tool.needs !== 'draft' || permission === 'publish' || postId === undefined) return null
  const reply = await gate('posts.get', { postId })
  if (!reply.ok) return reply.failure
  return (reply.value as Post).items.some(({ state }) => ON_THEIR_WAY.has(state))
    ? failedInEnglish(
        'not-authorised',
        'This post is scheduled, and in this Posthorn assistants may only write drafts.',
        'Save your words as a new draft, or ask the person to take the schedule back first.',
      )
    : null
}
