import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { AllowedLink } from '../../channels/allowed-link.tsx'
import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'
import { gatherProblems, problemKeys, type SharedProblem } from '../draft/problems.ts'
import { EVERYONE, isBlank, mediaOf, type Scope } from '../draft/draft.ts'
import { optionFields } from '../options/option-fields.ts'
import { sayProblem, sayText } from '../options/option-groups.ts'
import { useSession, useWriting } from '../use-session.ts'
import './problems-list.css'

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
  useStore(accounts.state)
  const keys = problemKeys(problems)
  const names = (ids: readonly string[]): string => ids.map((id) => accounts.account(id)?.name ?? '').join(', ')
  const says = (problem: SharedProblem): string => {
    if (problem.files > 1) return say('composer.undescribed-together', { count: problem.files })
    const channel = accounts.channel(accounts.account(problem.accountIds[0] ?? '')?.channel ?? '')
    return sayProblem(problem, optionFields(channel?.options ?? null))
  }
  return (
    // A problem is read once, and not again with each letter that its figures count.
    <ul
      className="problems"
      id="problems"
      aria-label={say('composer.problems')}
      aria-live="polite"
      aria-relevant="additions"
    >
      {problems.map((problem, index) => (
        <li key={keys[index]} className={`problem problem-${problem.severity}`}>
          {problem.severity === 'error' ? (
            <CircleAlert size="1rem" aria-hidden="true" />
          ) : (
            <TriangleAlert size="1rem" aria-hidden="true" />
          )}
          <p>
            <span className="problem-who">{names(problem.accountIds)}</span> <strong>{says(problem)}</strong>{' '}
            {problem.files === 1 && sayText(problem).next}{' '}
            {problem.severity === 'error' && (problem.field === 'text' || problem.field === 'media') && (
              <AllowedLink accountId={problem.accountIds[0]} />
            )}
          </p>
          {problem.field === 'options' && <ShowSetting problem={problem} />}
          {problem.code === 'alt-missing' && <DescribeFirst problem={problem} />}
        </li>
      ))}
    </ul>
  )
}

/** Leads to what is to be corrected. */
const ShowSetting = ({ problem: { accountIds, option } }: { problem: SharedProblem }) => {
  const session = useSession()
  const [accountId] = accountIds
  if (accountId === undefined) return null
  return (
    <Button look="quiet" size="small" onPress={() => session.showOptions(accountId, option ?? null)}>
      {say('composer.show-setting')}
    </Button>
  )
}

/** Leads to the first file that has no description, in the version that it is in. */
const DescribeFirst = ({ problem: { accountIds } }: { problem: SharedProblem }) => {
  const session = useSession()
  const [accountId] = accountIds
  if (accountId === undefined) return null
  const show = (): void => {
    const { draft, scope } = session.state.getState()
    const own: Scope = { kind: 'account', accountId }
    const media = mediaOf(draft, own)
    if (mediaOf(draft, scope) !== media) session.setScope(media === draft.media ? EVERYONE : own)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.media-alt[data-empty]')?.focus())
  }
  return (
    <Button look="quiet" size="small" onPress={show}>
      {say('composer.describe')}
    </Button>
  )
}
