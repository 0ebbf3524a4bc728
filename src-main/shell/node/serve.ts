import type { Notice } from '../../core/ports.ts'
import type { HttpDoor } from '../../api/open-http.ts'
import { openPosthorn } from '../compose.ts'
import { openDoor } from '../open-door.ts'
import { tellUpdating } from './output/updating-lines.ts'
import { packageVersion } from './package-version.ts'
import { systemNetwork } from './system-network.ts'
import { noticeWords } from '../notice-words.ts'

/** How often to look whether the network is back, in milliseconds. */
const LOOK = 5_000

/** Owns the data folder, sends what is due and answers over HTTP until a signal ends it. */
export const serve = async (options: {
  home: string
  port: number
  interfaceFolder: string
  json: boolean
}): Promise<void> => {
  const { home, port, interfaceFolder } = options
  let door: HttpDoor | undefined
  const posthorn = await openPosthorn({
    home,
    kind: 'serve',
    version: packageVersion(),
    keychain: null,
    notifier: { notify },
    network: systemNetwork,
    onShare: tellUpdating(),
    // Here the HTTP API is always on, at the port of the command.
    http: { turn: () => Promise.resolve(), state: () => ({ url: door?.url ?? null, failure: null }) },
  })
  process.on('uncaughtExceptionMonitor', (error) => posthorn.log.error('the server ended by an error', { error }))
  const stopped = stopSignal()
  try {
    door = await openDoor(posthorn, { port, interfaceFolder })
    try {
      const { url, token } = door
      process.stdout.write(options.json ? `${JSON.stringify({ url, token })}\n` : `${url}/#token=${token}\n`)
      await posthorn.app.start()
      const unwatch = watchNetwork(() => posthorn.app.nudge('online'))
      await stopped
      unwatch()
    } finally {
      await door.close()
    }
  } finally {
    await posthorn.close()
  }
}

const notify = (notice: Notice) => {
  const { title, body } = noticeWords(notice)
  process.stderr.write(
    `${new Date().toISOString()} ${notice.kind}: ${title} ${body}`.replaceAll(/[\s\p{Cc}]+/gu, ' ') + '\n',
  )
}

/** Resolves at the first signal to stop; a second one ends the process at once. */
const stopSignal = async (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  await promise
}

/** Only a hint: the queue looks at the clock by itself too. */
const watchNetwork = (back: () => void): (() => void) => {
  let online = systemNetwork.isOnline()
  const timer = setInterval(() => {
    const before = online
    online = systemNetwork.isOnline()
    if (online && !before) back()
  }, LOOK)
  return () => clearInterval(timer)
}
