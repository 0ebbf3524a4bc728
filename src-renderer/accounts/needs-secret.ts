import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { say } from '../words/say.ts'

/** Whether the account is connected in the browser. Where a password does as well, typing one is choosing it. */
export const signsInBy = ({ signIn, group }: ChannelDescriptor, secret: string): boolean =>
  signIn && (group === 'app' || secret === '')

/** Whether nothing goes without the secret. Disconnecting forgot it; an account that is only signed out may keep it. */
export const needsSecret = ({ secret, signIn, group }: ChannelDescriptor, account: Account | null): boolean =>
  secret !== null &&
  secret.optional !== true &&
  (!signIn || group === 'app') &&
  (account === null || account.connection === 'disconnected')

/** What disconnecting forgets. Where one can sign in as well as type a password, either is a sign-in. */
export const keptFor = (channel: ChannelDescriptor | undefined): 'password' | 'signIn' | 'nothing' => {
  if (channel?.signIn === true) return 'signIn'
  return channel === undefined || channel.secret === null ? 'nothing' : 'password'
}

/** What the field of the secret says of itself. */
export const secretWords = (channel: ChannelDescriptor, account: Account | null): string => {
  const about = channel.secret?.description ?? ''
  if (needsSecret(channel, account)) return about
  const empty =
    channel.signIn && channel.group !== 'app'
      ? say('accounts.leave-empty-browser')
      : say(account === null ? 'accounts.leave-empty-none' : 'accounts.leave-empty-keep')
  return `${about} ${empty}`.trim()
}
