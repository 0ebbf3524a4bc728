import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type ShownNotification = { title: string; body: string; from: string }

/** What the desktop's notification daemon was given so far, newest first; takes off the screen what is on it. */
export const shownNotifications = async (): Promise<ShownNotification[]> => {
  // Only what is no longer on the screen is in the history.
  await run('dunstctl', ['close-all'])
  const { stdout } = await run('dunstctl', ['history'])
  const { data } = JSON.parse(stdout) as { data: Record<'summary' | 'body' | 'appname', { data: string }>[][] }
  return data.flat().map(({ summary, body, appname }) => ({ title: summary.data, body: body.data, from: appname.data }))
}

export const countOnScreen = async (): Promise<number> => Number((await run('dunstctl', ['count', 'displayed'])).stdout)

/** Clicks the one that is on the screen now. */
export const clickNotification = () => run('dunstctl', ['action', '0'])
