import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { say } from '../words/say.ts'

/** From a limit that a draft breaks to all that its channel allows. */
export const AllowedLink = ({ accountId }: { accountId: string | undefined }) => {
  const { accounts } = useDesk()
  const account = accounts.account(accountId ?? '')
  // What is posted by hand is held to the rules of the network that the person named.
  const rules = account?.settings['rules']
  const channel = accounts.channel((account?.channel === 'assisted' ? String(rules) : account?.channel) ?? '')
  if (channel === undefined) return null
  return (
    <RouteLink to={{ room: 'channels', channel: channel.key }} className="allowed-link">
      {say('channels.allows-one', { channel: channel.name })}
    </RouteLink>
  )
}
