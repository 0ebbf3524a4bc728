import { type HttpDoor, openHttp } from '../api/open-http.ts'
import type { Posthorn } from './compose.ts'
import { systemClock } from './system-clock.ts'

/**
 * Opens everything Posthorn answers over HTTP: the interface, the commands of this person, and the API for programs with
 * a key. Port 0 takes a free one.
 */
export const openDoor = (
  posthorn: Posthorn,
  { port, interfaceFolder }: { port: number; interfaceFolder: string | null },
): Promise<HttpDoor> =>
  announced(
    posthorn,
    openHttp({ ...about(posthorn), desk: deskOf(posthorn, interfaceFolder), keys: posthorn.keys }, port),
  )

/** Opens a door for commands alone: how they reach the app that holds the data folder. */
export const openCommandsDoor = (posthorn: Posthorn): Promise<HttpDoor> =>
  announced(posthorn, openHttp({ ...about(posthorn), desk: deskOf(posthorn, null), keys: null }, 0))

/** Opens a door for programs with a key alone. */
export const openProgramsDoor = (posthorn: Posthorn, port: number): Promise<HttpDoor> =>
  openHttp({ ...about(posthorn), desk: null, keys: posthorn.keys }, port)

const about = ({ log, version }: Posthorn) => ({ clock: systemClock, log, version })

const deskOf = ({ app, locateMedia }: Posthorn, interfaceFolder: string | null) => ({
  gate: app.gate,
  takeFile: app.takeFile,
  subscribe: app.subscribe,
  locateMedia,
  interfaceFolder,
})

/** Tells other processes of this person where the door is, until it closes. */
const announced = async ({ announce }: Posthorn, opening: Promise<HttpDoor>): Promise<HttpDoor> => {
  const door = await opening
  await announce({ url: door.url, token: door.token })
  return {
    ...door,
    close: async () => {
      try {
        await announce(null)
      } finally {
        // The data folder may be gone; the door must close all the same.
        await door.close()
      }
    },
  }
}
