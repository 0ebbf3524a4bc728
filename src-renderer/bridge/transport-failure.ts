import type { Failure } from '../../src-preload/contract/failure.ts'
import { inOwnWords } from '../words/say-failure.ts'
import { say } from '../words/say.ts'

/** No answer came at all. */
export const noAnswer = (detail: string): Failure =>
  inOwnWords({
    code: 'unreachable',
    message: say('common.no-answer'),
    next: say('common.no-answer-next'),
    detail,
  })

/** Something answered, but not in words this page understands. */
export const strangeAnswer = (detail: string): Failure =>
  inOwnWords({
    code: 'internal',
    message: say('common.strange-answer'),
    next: say('common.strange-answer-next'),
    detail,
  })
