import { z } from 'zod'
import type { Access, Connected } from '../channel.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { type Manners, refusalOf } from '../kit/request-failures.ts'
import { mannersOf } from '../meta/failures.ts'
import { type Graph, openGraph, THREADS_VERSION } from '../meta/graph.ts'
import { trimmed } from '../meta/sign-in.ts'
import { actingTokens, lifeOf } from '../meta/tokens.ts'
import type { Desk, ThreadsSettings } from './settings.ts'

type From = Access<ThreadsSettings>

export const manners = (from: Pick<From, 'settings' | 'secret'>, { tools }: Desk): Manners =>
  mannersOf('Threads', from, tools)

/** The API of Threads as the person speaks who signed in. */
export const openProfile = async (from: From, { oauth, tools }: Desk): Promise<Graph> => {
  const { access } = await actingTokens(from, oauth, tools)
  return openGraph(`${trimmed(from.settings.server)}/${THREADS_VERSION}`, access, from.signal, tools.clock)
}

const me = z.object({ id: z.string(), username: z.string(), threads_profile_picture_url: pictureAddress })

/** Who signed in. Threads does not tell what was agreed to but in its first answer, where all or nothing is. */
export const connect = async (access: From, desk: Desk): Promise<Connected<ThreadsSettings>> => {
  try {
    const graph = await openProfile(access, desk)
    const fields = 'id,username,threads_profile_picture_url'
    const { username, threads_profile_picture_url: picture } = await graph.ask('GET', 'me', me, { fields })
    const tokens = await actingTokens(access, desk.oauth, desk.tools)
    return {
      kind: 'valid',
      identity: `@${username}`,
      settings: access.settings,
      picture,
      permissions: desk.oauth.permissions(tokens, access.settings),
      ...lifeOf(tokens),
    }
  } catch (error) {
    return refusalOf(error, manners(access, desk), desk.tools)
  }
}
