import { Scaling } from 'lucide-react'
import { useDesk } from '../../shell/desk-context.ts'
import { useWriting } from '../use-session.ts'

/** What will be done to the files so that each channel takes them, before anything is sent. */
export const MediaChanges = () => {
  const { accounts } = useDesk()
  const checks = useWriting((s) => s.checks)
  const targets = useWriting((s) => s.draft.targets)
  const told = targets.flatMap(({ accountId }) =>
    (checks.get(accountId)?.changes ?? []).map((change) => ({ ...change, accountId })),
  )
  if (told.length === 0) return null
  return (
    <ul className="problems" aria-label="Fitted files">
      {told.map(({ accountId, mediaId, what, message }) => (
        <li key={`${accountId} ${mediaId} ${what}`} className="problem problem-note">
          <Scaling size="1rem" aria-hidden="true" />
          <p>
            <span className="problem-who">{accounts.account(accountId)?.name ?? ''}</span> {message}
          </p>
        </li>
      ))}
    </ul>
  )
}
