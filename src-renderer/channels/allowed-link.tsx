import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { say } from '../words/say.ts'

/** From a limit that a draft breaks to all that its channel allows. */
export const AllowedLink = ({ accountId }: { accountId: string | undefined }) => {
  const { accounts } = useDesk()
  const channel = accounts.channel(accounts.account(accountId ?? '')?.channel ?? '')
  if (channel === undefined) return null
  return (
    <RouteLink to={{ room: 'channels', channel: channel.key }} className="allowed-link">
      {say('channels.allows-one', { channel: channel.name })}
    </RouteLink>
  )
}
