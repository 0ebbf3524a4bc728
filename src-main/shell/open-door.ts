import { type HttpDoor, openHttp } from '../api/open-http.ts'
import type { Posthorn } from './compose.ts'
import { systemClock } from './system-clock.ts'

/**
 * Opens the HTTP API of a running Posthorn and tells other processes of this person where it is: how commands reach the
 * app or the server that holds the data folder. Port 0 takes a free one; without a folder no interface is served.
 */
export const openDoor = async (
  { app, log, locateMedia, announce }: Posthorn,
  { port, interfaceFolder }: { port: number; interfaceFolder: string | null },
): Promise<HttpDoor> => {
  const door = await openHttp(
    { gate: app.gate, subscribe: app.subscribe, locateMedia, interfaceFolder, clock: systemClock, log },
    port,
  )
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
