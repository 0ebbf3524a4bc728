import { net, powerMonitor } from 'electron'
import type { App } from '../../app/app.ts'

/** How often to look whether the network is back, in milliseconds: the system sends no word of it to this process. */
const LOOK = 5_000

/** Hints to the app that the machine woke or the network returned. Only hints: it looks at the clock by itself too. */
export const passHints = (app: App): void => {
  powerMonitor.on('resume', () => app.nudge('resume'))
  powerMonitor.on('unlock-screen', () => app.nudge('resume'))
  let online = net.isOnline()
  setInterval(() => {
    const before = online
    online = net.isOnline()
    if (online && !before) app.nudge('online')
  }, LOOK)
}
