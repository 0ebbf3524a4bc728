import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { MatrixSettings } from './settings.ts'
import { saysNo } from './failures.ts'
import { part, type Server } from './server.ts'

const directory = z.object({ room_id: z.string() })
const membership = z.object({ membership: z.string() })
const creation = z.object({ room_version: z.string().catch('1') })
const level = z.coerce.number().int()
const levels = z.object({
  users: z.record(z.string(), level).catch({}),
  users_default: level.catch(0),
  events: z.record(z.string(), level).catch({}),
  events_default: level.catch(0),
})

/** The id of the room that a person named. */
export const findRoom = async (server: Server, { room, roomId }: MatrixSettings): Promise<string> => {
  if (roomId !== undefined || room.startsWith('!')) return roomId ?? room
  return (await server.ask(directory, 'GET', `client/v3/directory/room/${part(room)}`)).room_id
}

/** Part of a room's state; null where it was never set. */
export const stateOf = async <T>(
  server: Server,
  room: string,
  type: string,
  shape: z.ZodType<T>,
  key = '',
): Promise<T | null> => {
  try {
    return await server.ask(shape, 'GET', `client/v3/rooms/${part(room)}/state/${type}/${part(key)}`)
  } catch (error) {
    if (saysNo(error, 'M_NOT_FOUND')) return null
    throw error
  }
}

/** Posthorn holds no keys: what it says would be readable, among what is not. */
export const assertReadable = async (server: Server, room: string): Promise<void> => {
  if ((await stateOf(server, room, 'm.room.encryption', z.looseObject({}))) === null) return
  refuse(
    'rejected-by-channel',
    'This room is encrypted, and Posthorn cannot encrypt what it says there.',
    'Choose a room without encryption, or make one: it cannot be switched off again.',
    { field: 'settings.room' },
  )
}

/** Whether the account is in the room and may speak there. */
export const assertMaySpeak = async (server: Server, room: string, user: string): Promise<void> => {
  const standing = await stateOf(server, room, 'm.room.member', membership, user).catch((error: unknown) => {
    // Who is not in a room is not told of it.
    if (saysNo(error, 'M_FORBIDDEN')) return null
    throw error
  })
  if (standing?.membership !== 'join') {
    refuse('rejected-by-channel', `${user} is not in this room.`, 'Join it in your Matrix program, then try again.', {
      field: 'settings.room',
    })
  }
  await assertReadable(server, room)
  const power = await stateOf(server, room, 'm.room.power_levels', levels)
  if (!power) return
  const { users, users_default, events, events_default } = power
  const [has, needs] = [users[user] ?? users_default, events['m.room.message'] ?? events_default]
  if (has >= needs || (await mayBeOwner(server, room))) return
  refuse(
    'rejected-by-channel',
    `${user} may not speak in this room: it has a power of ${has}, and ${needs} is needed.`,
    'Ask who runs the room to let the account speak there.',
    { field: 'settings.room' },
  )
}

/** Since version 12 of rooms, those who made one may do everything, and are not named among the powers. */
const mayBeOwner = async (server: Server, room: string): Promise<boolean> =>
  Number((await stateOf(server, room, 'm.room.create', creation))?.room_version) >= 12

/** What the room calls itself, for a person. */
export const nameOf = async (server: Server, room: string, typed: string): Promise<string> => {
  const named = await stateOf(server, room, 'm.room.name', z.object({ name: z.string().catch('') }))
  return named?.name.trim() || typed
}
