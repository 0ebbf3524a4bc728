import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'

/** It is told by a reason, or in sentences that stand in the catalogues as they are. */
type Say = {
  (code: string, message: Sentence, next: Sentence, field: Problem['field']): Problem
  (code: string, message: string, next: string, field: Problem['field'], told: Told): Problem
}

const saying =
  (severity: Problem['severity']) =>
  (code: string, message: string, next: string, field: Problem['field'], told?: Told): Problem => ({
    severity,
    code,
    message,
    next,
    field,
    ...(told && { told }),
  })

/** What stands in the way of sending. */
export const error: Say = saying('error')

/** What one should know, and may send all the same. */
export const warning: Say = saying('warning')
