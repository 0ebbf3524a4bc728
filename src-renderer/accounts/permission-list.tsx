import { Check, X } from 'lucide-react'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { sayAsChannel } from '../words/say-as-channel.ts'
import { say } from '../words/say.ts'

/** What an account may do at its network, and what it was not allowed. */
export const PermissionList = ({ permissions }: Pick<Account, 'permissions'>) => (
  <ul className="permission-list" aria-label={say('accounts.permissions')}>
    {permissions.map(({ name, why, granted }) => (
      <li key={name} className={granted ? 'permission-granted' : 'permission-missing'}>
        {granted ? <Check size="1rem" aria-hidden="true" /> : <X size="1rem" aria-hidden="true" />}
        <div>
          <p>
            <strong>{granted ? say('accounts.granted') : say('accounts.missing')}</strong> {sayAsChannel(why)}
          </p>
          <code className="faint">{name}</code>
        </div>
      </li>
    ))}
  </ul>
)
