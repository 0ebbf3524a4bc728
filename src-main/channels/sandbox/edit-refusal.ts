import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Millis } from '../../core/records.ts'
import { failed } from '../../core/refusal.ts'
import type { Work } from '../channel.ts'
import type { NetworkRules } from '../rules/network-rules.ts'

/** Why a network does not let a post be edited any more; null: it does. */
export const editRefusal = (
  { name, edits }: NetworkRules,
  standing: Work<object>['standing'],
  now: Millis,
): Failure | null => {
  const { withinMinutes = null, max = null } = edits ?? {}
  if (!standing) return null
  if (withinMinutes !== null && now - standing.publishedAt > withinMinutes * 60_000) {
    return over(`${name} lets a post be edited for ${withinMinutes} minutes only.`)
  }
  return max !== null && standing.versions >= max ? over(`${name} lets a post be edited ${max} times only.`) : null
}

const over = (message: Sentence) => failed('rejected-by-channel', message, 'Take it down and post it anew.')
