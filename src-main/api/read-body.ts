import { failedInEnglish } from '../core/refusal.ts'
import { carriesFile, type Guard, hasBody, JSON_TYPE } from './guards.ts'
import { isDeeperThan } from './json-depth.ts'
import type { Refuse } from './refuse.ts'

/** Deeper than anything a person writes, and far from what a call stack bears. */
const DEEPEST = 64

/**
 * Reads the request's JSON into `body`, `{}` where there is none. Refuses what is not declared as JSON, as a form of a
 * foreign page could send it; what is none; and what is nested so deep that walking it would end the process. What
 * carries a file is left unread, for the route to read as it comes.
 */
export const readBody =
  (refuse: Refuse): Guard =>
  async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || !hasBody(c.req.raw.headers)) {
      c.set('body', {})
      return next()
    }
    if (carriesFile(c.req)) return next()
    if (!JSON_TYPE.test(type)) {
      return refuse(
        c,
        failedInEnglish('invalid-input', 'The request is not JSON.', 'Send it with "Content-Type: application/json".'),
        415,
      )
    }
    const text = await c.req.text()
    if (isDeeperThan(text, DEEPEST)) {
      return refuse(
        c,
        failedInEnglish('invalid-input', `The JSON is nested deeper than ${DEEPEST} levels.`, 'Send it flatter.'),
      )
    }
    try {
      c.set('body', text === '' ? {} : JSON.parse(text))
    } catch {
      return refuse(
        c,
        failedInEnglish('invalid-input', 'The request is not valid JSON.', 'Correct it and send it again.'),
      )
    }
    return next()
  }
