import { useStore } from 'zustand'
import type { Account, AccountHealth } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { say } from '../words/say.ts'

type AccountFactsProps = { account: Account; health: AccountHealth | null }

/** What is worth knowing of an account, in short lines. */
export const AccountFacts = ({ account, health }: AccountFactsProps) => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const at = (instant: string): string => formatMomentInText(Date.parse(instant), zone, now)
  const { destination, creditsPerPost, expiresAt } = account
  const facts = [
    destination === null ? null : say('accounts.posts-to-named', { name: destination.name }),
    creditsPerPost === 0 ? null : say('accounts.credits-a-post', { credits: creditsPerPost }),
    health?.lastPublishedAt == null ? null : say('accounts.last-post', { moment: at(health.lastPublishedAt) }),
    health === null || health.held === 0 ? null : say('accounts.waiting', { count: health.held }),
    expiresAt === null ? null : say('accounts.expires', { moment: at(expiresAt) }),
  ].filter((one) => one !== null)
  if (facts.length === 0) return null
  return (
    <ul className="account-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
