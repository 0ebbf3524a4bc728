import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { gatherProblems } from '../draft/problems.ts'
import { isBlank } from '../draft/draft.ts'
import { useWriting } from '../use-session.ts'

/** What stands in the way, or is worth a thought, with what to do about it. */
export const Problems = () => {
  const { accounts } = useDesk()
  const checks = useWriting((s) => s.checks)
  const blank = useWriting((s) => isBlank(s.draft))
  const targets = useWriting((s) => s.draft.targets)
  const problems = useMemo(() => {
    const chosen = new Set(targets.map((target) => target.accountId))
    const all = gatherProblems([...checks.values()].filter((check) => chosen.has(check.accountId)))
    // On a blank page everybody knows that it is empty.
    return blank ? all.filter((problem) => problem.field === 'account') : all
  }, [checks, blank, targets])
  const names = (ids: readonly string[]): string => ids.map((id) => accounts.account(id)?.name ?? '').join(', ')
  return (
    <ul className="problems" id="problems" aria-label="Problems" aria-live="polite">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.message}`} className={`problem problem-${problem.severity}`}>
          {problem.severity === 'error' ? (
            <CircleAlert size="1rem" aria-hidden="true" />
          ) : (
            <TriangleAlert size="1rem" aria-hidden="true" />
          )}
          <p>
            <span className="problem-who">{names(problem.accountIds)}</span> <strong>{problem.message}</strong>{' '}
            {problem.next}
          </p>
        </li>
      ))}
    </ul>
  )
}
