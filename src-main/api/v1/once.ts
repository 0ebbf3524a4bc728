import type { Context } from 'hono'
import { refuseInEnglish } from '../../core/refusal.ts'
import type { Answer, ApiEnv, Side } from '../api-env.ts'
import type { Route } from './routes.ts'

const HEADER = 'Idempotency-Key'
const LONGEST = 200

/** The caller's own key for this request, kept apart from other callers'; null where none is sent or none is known. */
export const onceOf = (c: Context<ApiEnv>, { once: field }: Route): { field: string; key: string } | null => {
  const given = c.req.header(HEADER)
  if (field === undefined || given === undefined) return null
  if (given.length === 0 || given.length > LONGEST) {
    refuseInEnglish(
      'invalid-input',
      `The header ${HEADER} has 1 to ${LONGEST} characters.`,
      'Use a UUID, for example.',
      {
        field: HEADER,
      },
    )
  }
  return { field, key: `${c.var.key.id}:${given}` }
}

/** What was answered to this key before, else this, which is kept. */
export const answerOnce = async ({ answers }: Side, once: string, answer: Answer): Promise<Answer> => {
  const before = await answers.find(once)
  if (before === null) await answers.keep(once, answer)
  return before ?? answer
}
