import { z } from 'zod'
import { failed, Refusal } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected, Permission } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { refusalOf } from '../kit/request-failures.ts'
import type { Api } from './api.ts'
import { mannersOf } from './failures.ts'
import type { XSettings } from './settings.ts'

const me = z.object({
  data: z.object({
    id: z.string().regex(/^\d{1,19}$/),
    username: z.string(),
    profile_image_url: pictureAddress,
    subscription_type: z.string().nullish(),
  }),
})

/** Who signed in, what was granted, and whether the account has a subscription, with which texts may be longer. */
export const connect = async (
  access: Access<XSettings>,
  api: Api,
  oauth: OAuth<XSettings>,
  tools: ChannelTools,
): Promise<Connected<XSettings>> => {
  try {
    const { data } = await api.ask(
      'GET',
      '/2/users/me?user.fields=subscription_type,verified_type,profile_image_url',
      me,
    )
    const tokens = await oauth.tokens(access)
    const permissions = oauth.permissions(tokens, access.settings)
    assertGranted(permissions)
    const { id, username, subscription_type: subscription, profile_image_url: small } = data
    const premium = subscription != null && subscription.toLowerCase() !== 'none'
    const { clientId, server } = access.settings
    return {
      kind: 'valid',
      identity: `@${username}`,
      settings: { clientId, server, account: { id, username }, premium },
      permissions,
      picture: pictureOf(small),
      ...oauth.life(tokens),
    }
  } catch (error) {
    return refusalOf(error, await mannersOf(access, tools), tools)
  }
}

/** The address told is of 48 pixels a side; a larger one stands beside it. Who has none has that of everybody. */
const pictureOf = (small: string | null): string | null =>
  small === null || small.includes('/default_profile_images/') ? null : small.replace(/_normal(\.\w+)$/, '_400x400$1')

/** Without files one can post all the same, and sign in again every two hours; without these one cannot. */
const NEEDED = new Set(['tweet.read', 'tweet.write', 'users.read'])

const assertGranted = (permissions: readonly Permission[]): void => {
  const missing = permissions.filter(({ name, granted }) => !granted && NEEDED.has(name)).map(({ name }) => name)
  if (missing.length === 0) return
  throw new Refusal(
    failed(
      'wrong-credentials',
      `X did not grant all that is needed: ${missing.join(', ')} is missing.`,
      'In the Developer Console, give the app the permission to read and write; then sign in again.',
    ),
  )
}
