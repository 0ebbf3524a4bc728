import { z } from 'zod'
import type { Access, ChannelTools, Connected } from '../channel.ts'
import { refusalOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { mannersOf } from './failures.ts'
import { findServer } from './find-server.ts'
import { assertMaySpeak, findRoom, nameOf } from './room.ts'
import { openServer, type Server } from './server.ts'
import type { MatrixSettings } from './settings.ts'

const whoami = z.object({ user_id: z.string() })
const limits = z.object({ 'm.upload.size': z.int().positive().optional().catch(undefined) })

/** Who the account is, which room is meant, whether the one may speak in the other, and how large files may be. */
export const connect = async (
  access: Access<MatrixSettings>,
  tools: ChannelTools,
): Promise<Connected<MatrixSettings>> => {
  const { account, room, by } = access.settings
  try {
    const base = await findServer(access.settings, access.signal)
    // What was found for another address before is not believed.
    const typed = { account, room, by, base }
    const server = await openServer({ ...access, settings: typed }, tools)
    const { user_id: user } = await server.ask(whoami, 'GET', 'client/v3/account/whoami')
    const roomId = await findRoom(server, typed)
    await assertMaySpeak(server, roomId, user)
    const uploadBytes = await askUploadBytes(server)
    const settings = { ...typed, user, roomId, ...(uploadBytes !== undefined && { uploadBytes }) }
    return { kind: 'valid', identity: `${user} in ${await nameOf(server, roomId, room)}`, settings }
  } catch (error) {
    return refusalOf(error, await mannersOf(access), tools)
  }
}

/** Asked at its place of today, and where it was before; a server that does not tell has a limit all the same. */
const askUploadBytes = async (server: Server): Promise<number | undefined> => {
  for (const path of ['client/v1/media/config', 'media/v3/config']) {
    try {
      return (await server.ask(limits, 'GET', path))['m.upload.size']
    } catch (error) {
      if (!(error instanceof RequestFailed) || ![400, 404, 405].includes(error.answer?.status ?? 0)) throw error
    }
  }
  return undefined
}
