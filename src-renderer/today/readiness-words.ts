import type { ReadinessProblem } from '../../src-preload/contract/model/readiness.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { say } from '../words/say.ts'
import { sayFailure } from '../words/say-failure.ts'

/** What stands in the way of posts, and what its link leads to. */
export const problemWords = (
  { kind, account, text, at, posts, says }: ReadinessProblem,
  { zone, now }: { zone: string; now: number },
): { what: string; does: string } => {
  const moment = formatMomentInText(Date.parse(at), zone, now)
  const about = { account, text, moment, count: posts, says: says === null ? '' : sayFailure(says).message }
  return { what: say(`today.problem.${kind}`, about), does: say(`today.do.${kind}`) }
}
