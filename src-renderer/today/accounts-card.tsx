import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { useReply } from '../shell/use-reply.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { say } from '../words/say.ts'
import { accountStanding } from './account-standing.ts'
import { useAgain } from './use-again.ts'

/** So many posts that wait tell how their accounts stand. */
const WAITING = 100
const NONE: readonly ItemRow[] = []

/** Which accounts can publish and be reached right now. */
export const AccountsCard = () => {
  const { accounts } = useDesk()
  const known = useStore(accounts.state, (s) => s.accounts)
  const health = useReply('health.get', {})
  const waiting = useReply('items.list', { states: ['waiting'], order: 'soonest', limit: WAITING })
  useAgain(health.again, waiting.again)
  const resting = new Map(
    health.value?.resting.flatMap(({ until, accountIds }) => accountIds.map((id) => [id, until] as const)) ?? [],
  )
  const ofAccounts = Map.groupBy(waiting.value?.entries ?? NONE, ({ accountId }) => accountId)
  return (
    <section className="today-card" aria-labelledby="today-accounts">
      <header>
        <h2 id="today-accounts">{say('today.accounts')}</h2>
      </header>
      {known.length === 0 ? (
        <p className="soft">
          {say('today.no-accounts')} <RouteLink to={{ room: 'accounts' }}>{say('today.connect')}</RouteLink>
        </p>
      ) : (
        <ul className="today-accounts">
          {known.map((account) => (
            <AccountLine
              key={account.id}
              account={account}
              restsUntil={resting.get(account.id) ?? null}
              waiting={ofAccounts.get(account.id) ?? NONE}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

type AccountLineProps = { account: Account; restsUntil: string | null; waiting: readonly ItemRow[] }

const AccountLine = ({ account, restsUntil, waiting }: AccountLineProps) => {
  const { accounts, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const { standing, says } = accountStanding({ account, restsUntil, waiting }, { zone, now })
  return (
    <li data-standing={standing}>
      <Avatar
        name={account.name}
        accountId={account.id}
        mark={accounts.markOf(account.id, account.channel)}
        size="small"
      />
      <RouteLink className="today-account" to={{ room: 'accounts', details: account.id }}>
        {account.name}
      </RouteLink>
      <span className="today-standing">
        <span className="today-dot" aria-hidden="true" />
        {says}
      </span>
    </li>
  )
}
