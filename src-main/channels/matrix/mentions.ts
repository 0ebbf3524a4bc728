import { z } from 'zod'
import type { Access, ChannelTools, Mentions } from '../channel.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { mannersOf, saysNo } from './failures.ts'
import { findRoom } from './room.ts'
import { openServer, part, type Server } from './server.ts'
import type { MatrixSettings } from './settings.ts'

/** How many are offered at once. */
const MOST = 8

const people = z.object({
  results: z.array(z.object({ user_id: z.string(), display_name: z.string().nullish().catch(null) })),
})
const members = z.object({ joined: z.record(z.string(), z.object({ display_name: z.string().nullish().catch(null) })) })

type Person = { id: string; name: string }

/** Whom a name being typed may mean: of those the server knows, or where it has no directory, of those in the room. */
export const findMentions = async (
  access: Access<MatrixSettings>,
  typed: string,
  tools: ChannelTools,
): Promise<Mentions> => {
  try {
    const server = await openServer(access, tools)
    const wanted = typed.replace(/^@/, '')
    const found = (await inDirectory(server, wanted)) ?? (await inRoom(server, access.settings, wanted))
    const entries = found.slice(0, MOST).map(({ id, name }) => ({ id, name, handle: id, insert: id }))
    return { kind: 'known', entries }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access), tools).failure }
  }
}

const inDirectory = async (server: Server, wanted: string): Promise<Person[] | null> => {
  try {
    const json = { search_term: wanted, limit: MOST }
    const { results } = await server.ask(people, 'POST', 'client/v3/user_directory/search', { json })
    return results.map(({ user_id: id, display_name: name }) => ({ id, name: name?.trim() || id }))
  } catch (error) {
    if (saysNo(error, 'M_FORBIDDEN', 'M_UNRECOGNIZED', 'M_NOT_FOUND')) return null
    throw error
  }
}

const inRoom = async (server: Server, settings: MatrixSettings, wanted: string): Promise<Person[]> => {
  const room = await findRoom(server, settings)
  const { joined } = await server.ask(members, 'GET', `client/v3/rooms/${part(room)}/joined_members`)
  const word = wanted.toLowerCase()
  return Object.entries(joined)
    .map(([id, { display_name: name }]) => ({ id, name: name?.trim() || id }))
    .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(word))
}
