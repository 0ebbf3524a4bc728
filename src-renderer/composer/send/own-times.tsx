import { Clock, X } from 'lucide-react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { useNow } from '../../time/use-now.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'
import { timeOf } from '../draft/draft.ts'
import { useSession, useWriting } from '../use-session.ts'
import { timeLabel } from './when-label.ts'
import './own-times.css'

/** The accounts that do not go out with the others, each with its time. */
export const OwnTimes = ({ onChange }: { onChange: (accountId: string) => void }) => {
  const { accounts, settings } = useDesk()
  const session = useSession()
  const draft = useWriting((s) => s.draft)
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  useStore(accounts.state)
  const own = draft.targets.flatMap(({ accountId }) => {
    const time = timeOf(draft, accountId)
    return time === null ? [] : [{ accountId, moment: timeLabel(time, { zone, now }) }]
  })
  if (own.length === 0) return null
  return (
    <ul className="own-times" aria-label={say('composer.own-times')}>
      {own.map(({ accountId, moment }) => {
        const name = accounts.account(accountId)?.name ?? say('composer.an-account-begins')
        return (
          <li key={accountId}>
            <Button
              look="quiet"
              size="small"
              icon={<Clock size="0.875rem" aria-hidden="true" />}
              aria-label={say('composer.own-time-change', { name, moment })}
              onPress={() => onChange(accountId)}
            >
              {say('composer.own-time', { name, moment })}
            </Button>
            <IconButton
              size="small"
              label={say('composer.own-time-drop', { name })}
              icon={<X size="0.875rem" />}
              onPress={() => session.change({ kind: 'own-time', accountId, time: null })}
            />
          </li>
        )
      })}
    </ul>
  )
}
