import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { isHandedOver } from '../draft/draft.ts'
import { say } from '../../words/say.ts'
import { useSession, useWriting } from '../use-session.ts'
import './hand-over-choices.css'

/** For each target whose network has a schedule of its own: who publishes it. */
export const HandOverChoices = () => {
  const { accounts } = useDesk()
  const session = useSession()
  const draft = useWriting((s) => s.draft)
  const known = useStore(accounts.state)
  const able = draft.targets.flatMap(({ accountId }) => {
    const account = known.accounts.find((one) => one.id === accountId)
    const channel = known.channels.find((one) => one.key === account?.channel)
    return account !== undefined && channel?.can.handOver === true ? [{ account, channel }] : []
  })
  if (able.length === 0) return null
  return (
    <fieldset className="hand-over" aria-label={say('composer.who-publishes')}>
      {able.map(({ account, channel }) => (
        <CheckboxField
          key={account.id}
          label={say('composer.hand-over', { channel: channel.name, account: account.name })}
          on={isHandedOver(draft, account.id)}
          onChange={(on) => session.change({ kind: 'hand-over', accountId: account.id, on })}
        />
      ))}
    </fieldset>
  )
}
