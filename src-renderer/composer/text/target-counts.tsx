import { Pencil } from 'lucide-react'
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { CountRing } from '../../ui/count-ring.tsx'
import { sayAsChannel } from '../../words/say-as-channel.ts'
import { say } from '../../words/say.ts'
import { differs } from '../draft/draft.ts'
import { byUrgency, countTone } from '../draft/problems.ts'
import { useSession, useWriting } from '../use-session.ts'
import './target-counts.css'

/**
 * How full the text is for each account, in its channel's own count; a press writes a version for that account. With little
 * room only the first are in view: those that have to be shortened.
 */
export const TargetCounts = () => {
  const targets = useWriting((s) => s.draft.targets)
  const checks = useWriting((s) => s.checks)
  if (targets.length === 0) return null
  const counted = targets.map(({ accountId }) => ({ accountId, count: checks.get(accountId)?.count ?? null }))
  return (
    <ul className="counts" aria-label={say('composer.length-for-each')}>
      {byUrgency(counted).map(({ accountId }) => (
        <TargetCount key={accountId} accountId={accountId} />
      ))}
    </ul>
  )
}

const TargetCount = ({ accountId }: { accountId: string }) => {
  const { accounts } = useDesk()
  const session = useSession()
  const account = useStore(accounts.state, () => accounts.account(accountId))
  const count = useWriting((s) => s.checks.get(accountId)?.count ?? null)
  const own = useWriting((s) => differs(s.draft, accountId))
  if (account === undefined) return null
  const tone = count === null ? 'free' : countTone(count)
  const says =
    count === null ? say('composer.no-limit') : say('composer.count-of', { ...count, unit: sayAsChannel(count.unit) })
  return (
    <li>
      <TooltipTrigger delay={400} closeDelay={50}>
        <AriaButton
          className={`count count-${tone}`}
          aria-label={say('composer.customise', { name: account.name, count: says })}
          onPress={() => session.setScope({ kind: 'account', accountId })}
        >
          <Avatar
            name={account.name}
            accountId={account.id}
            mark={accounts.markOf(account.id, account.channel)}
            size="small"
          />
          {count !== null && <CountRing used={count.used} max={count.max} tone={tone} />}
          <span className="count-number">{count === null ? '' : `${count.used}/${count.max}`}</span>
          {own && <Pencil size="0.75rem" aria-hidden="true" />}
        </AriaButton>
        <Tooltip className="tooltip" offset={6}>
          {say('composer.customise-tip', { name: account.name, count: says })}
        </Tooltip>
      </TooltipTrigger>
    </li>
  )
}
