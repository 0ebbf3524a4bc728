import { useStore } from 'zustand'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { useReply } from '../shell/use-reply.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { say } from '../words/say.ts'

/** Which accounts can publish and be reached right now. */
export const AccountsCard = () => {
  const { accounts } = useDesk()
  const known = useStore(accounts.state, (s) => s.accounts)
  const { value: health } = useReply('health.get', {})
  const resting = new Map(
    health?.resting.flatMap(({ until, accountIds }) => accountIds.map((id) => [id, until] as const)) ?? [],
  )
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
            <AccountLine key={account.id} account={account} restsUntil={resting.get(account.id) ?? null} />
          ))}
        </ul>
      )}
    </section>
  )
}

const AccountLine = ({ account, restsUntil }: { account: Account; restsUntil: string | null }) => {
  const { accounts, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const standing = account.connection === 'valid' && restsUntil === null ? 'good' : STANDINGS[account.connection]
  const says =
    restsUntil !== null && account.connection === 'valid'
      ? say('today.resting', { moment: formatMomentInText(Date.parse(restsUntil), zone, now) })
      : say(`today.connection.${account.connection}`)
  return (
    <li data-standing={restsUntil !== null && standing === 'good' ? 'look' : standing}>
      <Avatar name={account.name} mark={accounts.channel(account.channel)?.mark} size="small" />
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

const STANDINGS: Readonly<Record<Account['connection'], 'good' | 'look' | 'bad'>> = {
  valid: 'look',
  expiring: 'look',
  'signed-out': 'bad',
  disconnected: 'bad',
}
