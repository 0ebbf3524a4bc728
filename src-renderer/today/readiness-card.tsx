import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useStore } from 'zustand'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Readiness, ReadinessProblem } from '../../src-preload/contract/model/readiness.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import type { Route } from '../shell/route.ts'
import { useNow } from '../time/use-now.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { problemWords } from './readiness-words.ts'

type ReadinessCardProps = { readiness: Readiness | null; failure: Failure | null }

/** Whether the posts of the next seven days will go out, and what stands in their way. */
export const ReadinessCard = ({ readiness, failure }: ReadinessCardProps) => {
  const errors = readiness?.problems.filter(({ severity }) => severity === 'error') ?? []
  const posts = errors.reduce((sum, one) => sum + one.posts, 0)
  return (
    <section className="today-card" aria-labelledby="today-readiness">
      <header>
        <h2 id="today-readiness">{say('today.week')}</h2>
      </header>
      {failure !== null && <FailureNote failure={failure} />}
      {readiness === null && failure === null && <RowsSkeleton rows={2} />}
      {readiness !== null && (
        <>
          <p className="today-sum" data-standing={errors.length > 0 ? 'bad' : 'good'}>
            {errors.length > 0 ? (
              <CircleAlert size="1.125rem" aria-hidden="true" />
            ) : (
              <CircleCheck size="1.125rem" aria-hidden="true" />
            )}
            {errors.length > 0
              ? say('today.will-not', { count: posts })
              : say('today.will', { count: readiness.looked })}
          </p>
          <ul className="today-problems">
            {readiness.problems.map((problem) => (
              <ProblemLine key={`${problem.kind} ${problem.itemId}`} problem={problem} />
            ))}
          </ul>
          {readiness.more && <p className="faint">{say('today.looked', { count: readiness.looked })}</p>}
        </>
      )}
    </section>
  )
}

const ProblemLine = ({ problem }: { problem: ReadinessProblem }) => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const Icon = problem.severity === 'error' ? CircleAlert : TriangleAlert
  const { what, does } = problemWords(problem, { zone, now })
  return (
    <li data-standing={problem.severity === 'error' ? 'bad' : 'look'}>
      <Icon size="1.125rem" aria-hidden="true" />
      <div>
        <p>{what}</p>
        <RouteLink to={whereTo(problem)}>{does}</RouteLink>
      </div>
    </li>
  )
}

/** Where the person can see to it. */
const whereTo = ({ kind, itemId, accountId }: ReadinessProblem): Route => {
  if (kind === 'account' || kind === 'expires') return { room: 'accounts', details: accountId }
  if (kind === 'quota') return { room: 'settings', page: 'limits' }
  return { room: 'queue', itemId }
}
