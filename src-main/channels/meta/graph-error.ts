import { z } from 'zod'
import { type Answer, RequestFailed } from '../kit/send-request.ts'

const shape = z.object({
  error: z.object({
    message: z.string().default(''),
    code: z.int().default(0),
    error_subcode: z.int().optional(),
    is_transient: z.boolean().optional(),
    /** What Meta would show to a person, in words of its own. */
    error_user_msg: z.string().optional(),
  }),
})

/** How the Graph API says no. */
export type GraphError = z.infer<typeof shape>['error']

/** Null where an answer is none of the Graph API's refusals. */
export const graphErrorOf = ({ body }: Pick<Answer, 'body'>): GraphError | null =>
  shape.safeParse(body).data?.error ?? null

/** Too many requests: of the app, the person, the page, of a kind, of a business. */
const LIMITS = new Set([4, 17, 32, 341, 613])
export const isLimit = ({ code }: GraphError): boolean => LIMITS.has(code) || (code >= 80_000 && code <= 80_014)

/** Codes of trouble on Meta's side: unknown, of the service, what Instagram calls its own, and a file not ready yet. */
const TROUBLE = new Set([1, 2, -1, -2, 9007])
/** What has such a code and is no trouble: a cover beyond the end of a video. */
const NO_TROUBLE = 2207057

/** Whether it is trouble that goes by itself. */
export const isPassing = (answer: Pick<Answer, 'body'>): boolean => {
  const error = graphErrorOf(answer)
  if (!error || isLimit(error) || error.error_subcode === NO_TROUBLE) return false
  return error.is_transient === true || TROUBLE.has(error.code)
}

/** Whether what was asked for is not there (any more), or not for this account's eyes. */
export const isGone = (error: unknown): boolean => {
  const said = error instanceof RequestFailed && error.answer ? graphErrorOf(error.answer) : null
  return said !== null && ((said.code === 100 && said.error_subcode === 33) || said.code === 803)
}
