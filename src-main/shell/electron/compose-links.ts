import { app as electron } from 'electron'
import type { App } from '../../app/app.ts'
import { readComposeLink } from '../compose-link.ts'
import type { MainWindow } from './window.ts'

/** Takes what other programs offer by `posthorn://compose` to the composer, also what this start was for. */
export type ComposeLinks = {
  /** Words that came before the window listened; once. */
  takeText(): string | null
}

const SCHEME = 'posthorn'

export const followComposeLinks = (window: MainWindow, opened: Promise<App>, argv: readonly string[]): ComposeLinks => {
  let waiting: string | null = textIn(argv)
  let listens = false
  const offer = (text: string | null) => {
    if (text === null) return
    window.reveal()
    if (!listens) {
      waiting = text
      return
    }
    // Where it did not open, the person is being told already.
    void opened.then(
      (app) => app.emit({ kind: 'open-composer', text }),
      () => {},
    )
  }
  electron.on('second-instance', (_, others) => offer(textIn(others)))
  electron.on('open-url', (event, url) => {
    event.preventDefault()
    offer(readComposeLink(url))
  })
  // While it is developed there is no app that the system could start for a link.
  if (electron.isPackaged) electron.setAsDefaultProtocolClient(SCHEME)
  return {
    takeText: () => {
      listens = true
      const text = waiting
      waiting = null
      return text
    },
  }
}

/** The last link among the words of a command line. */
const textIn = (argv: readonly string[]): string | null =>
  argv
    .map((word) => (word.startsWith(`${SCHEME}:`) ? readComposeLink(word) : null))
    .findLast((text) => text !== null) ?? null
