import { useStore } from 'zustand'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { say } from '../words/say.ts'
import { PermissionList } from './permission-list.tsx'

/** What an account may do at its network, and how long it is signed in there; nothing for one without either. */
export const SignedInDetails = ({ account }: { account: Account }) => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const { permissions, renewAt, expiresAt, connection } = account
  const acts = connection === 'valid' || connection === 'expiring'
  const at = (instant: string): string => formatMomentInText(Date.parse(instant), zone, now)
  const lines = [
    acts && renewAt !== null ? say('accounts.sign-in-renewed', { moment: at(renewAt) }) : null,
    acts && expiresAt !== null ? say('accounts.sign-in-before', { moment: at(expiresAt) }) : null,
  ].filter((line) => line !== null)
  if (permissions.length === 0 && lines.length === 0) return null
  return (
    <section className="signed-in" aria-label={say('accounts.sign-in')}>
      <h3>{say('accounts.sign-in')}</h3>
      {lines.map((line) => (
        <p key={line} className="soft">
          {line}
        </p>
      ))}
      {permissions.length > 0 && <PermissionList permissions={permissions} />}
    </section>
  )
}
