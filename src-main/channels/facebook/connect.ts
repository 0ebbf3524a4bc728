import { z } from 'zod'
import type { Access, Connected } from '../channel.ts'
import { refusalOf } from '../kit/request-failures.ts'
import { assertGranted, readPermissions } from '../meta/permissions.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { actingTokens, lifeOf } from '../meta/tokens.ts'
import { manners, noPage, openPerson, pictureOf, readPages } from './page.ts'
import { type Desk, NEEDED, SCOPES } from './settings.ts'

const person = z.object({ id: z.string(), name: z.string() })

/** Who signed in, what was agreed to, and that there is a page to publish to. */
export const connect = async (
  access: Access<FacebookAppSettings>,
  desk: Desk,
): Promise<Connected<FacebookAppSettings>> => {
  try {
    const graph = await openPerson(access, desk)
    const me = await graph.ask('GET', 'me', person, { fields: 'id,name' })
    const permissions = await readPermissions(graph, SCOPES)
    assertGranted(permissions, NEEDED, 'Facebook')
    const found = await readPages(graph)
    const [only, ...others] = found
    if (!only) return noPage()
    const chosen = found.find(({ id }) => id === access.destination) ?? only
    const life = lifeOf(await actingTokens(access, desk.oauth, desk.tools))
    const identity = others.length === 0 ? only.name : me.name
    return { kind: 'valid', identity, settings: access.settings, permissions, picture: pictureOf(chosen), ...life }
  } catch (error) {
    return refusalOf(error, manners(access, desk), desk.tools)
  }
}
