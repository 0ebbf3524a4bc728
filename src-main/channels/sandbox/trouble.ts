import { z } from 'zod'
import { failed } from '../../core/refusal.ts'
import type { Outcome } from '../channel.ts'

/** What a program can ask the sandbox to do with the next attempt to publish a post; the one after it succeeds. */
export const TROUBLES = ['reject', 'rate-limit', 'sign-out', 'lose-answer', 'slow'] as const
export type Trouble = (typeof TROUBLES)[number]

export const troubleOption = z.enum(TROUBLES).optional().meta({
  title: 'Sandbox',
  description: 'What becomes of the next attempt: a way to see how failures look.',
})

/** How long a limit of the sandbox lasts, and how long it thinks when it is slow, in milliseconds. */
const LIMITED_FOR = 60_000
export const SLOW = 5000

/** The outcome of a trouble; null where the post is published all the same. */
export const outcomeOf = (trouble: Trouble | null, network: string, now: number): Outcome | null => {
  switch (trouble) {
    case 'reject':
      return {
        kind: 'rejected',
        failure: failed('rejected-by-channel', `${network} refused it, as was asked of the sandbox.`, 'Retry it.'),
      }
    case 'rate-limit':
      return {
        kind: 'limited',
        until: now + LIMITED_FOR,
        failure: failed(
          'rate-limited',
          `${network} takes no more posts for a minute, as was asked of the sandbox.`,
          'Nothing to do: it is sent then.',
        ),
      }
    case 'sign-out':
      return {
        kind: 'signed-out',
        failure: failed(
          'signed-out',
          `${network} no longer accepts this account, as was asked of the sandbox.`,
          'Connect the account again.',
        ),
      }
    case 'lose-answer':
      return {
        kind: 'unclear',
        failure: failed(
          'answer-lost',
          `The answer of ${network} was lost, as was asked of the sandbox.`,
          'Nothing to do: it is asked whether the post arrived.',
        ),
      }
    case 'slow':
    case null:
      return null
  }
}
