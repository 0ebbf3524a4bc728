import type { Access, Connected } from '../channel.ts'
import { refusalOf } from '../kit/request-failures.ts'
import { assertGranted, readPermissions } from '../meta/permissions.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { actingTokens, lifeOf } from '../meta/tokens.ts'
import { manners, noAccount, openPerson, readAccounts } from './account.ts'
import { type Desk, NEEDED, SCOPES } from './settings.ts'

/** What was agreed to, and which accounts there are. */
export const connect = async (
  access: Access<FacebookAppSettings>,
  desk: Desk,
): Promise<Connected<FacebookAppSettings>> => {
  try {
    const graph = await openPerson(access, desk)
    const permissions = await readPermissions(graph, SCOPES)
    assertGranted(permissions, NEEDED, 'Instagram')
    const accounts = await readAccounts(graph)
    const account = accounts.find(({ id }) => id === access.destination) ?? accounts[0]
    if (!account) return noAccount()
    const life = lifeOf(await actingTokens(access, desk.oauth, desk.tools))
    const { username, profile_picture_url: picture } = account
    return { kind: 'valid', identity: `@${username}`, settings: access.settings, permissions, picture, ...life }
  } catch (error) {
    return refusalOf(error, manners(access, desk), desk.tools)
  }
}
