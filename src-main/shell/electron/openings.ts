import { app as electron } from 'electron'
import type { Event } from '../../../src-preload/contract/events.ts'
import type { App } from '../../app/app.ts'
import { readComposeLink } from '../compose-link.ts'
import { createOpenedFiles, type OpenedFiles } from '../opened-files.ts'
import { type OpeningWords, readOpeningWords } from '../opening-words.ts'
import type { MainWindow } from './window.ts'

/** What other programs and the system ask Posthorn to open: `posthorn://compose` links, and files. Nothing is sent by any. */
export type Openings = {
  /** Shows from now on what is asked for in this window; what was asked before waits until the window takes it. */
  showIn(window: MainWindow, opened: Promise<App>): void
  /** Words that came before the window listened; once. */
  takeText(): string | null
  files: OpenedFiles
}

const SCHEME = 'posthorn'

/** Call before the app is ready: macOS says what a start is for before that, and only once. */
export const hearOpenings = (): Openings => {
  const files = createOpenedFiles()
  let waiting: string | null = null
  let listens = false
  let tell: (event: Event) => void = () => {}

  const open = async ({ text, paths }: OpeningWords): Promise<void> => {
    if (text !== null) {
      if (!listens) waiting = text
      tell({ kind: 'open-composer', text })
    }
    if (await files.note(paths)) tell({ kind: 'open-files' })
  }
  electron.on('second-instance', (_, argv, cwd) => void open(readOpeningWords(argv, cwd, electron.getAppPath())))
  electron.on('open-url', (event, url) => {
    event.preventDefault()
    void open({ text: readComposeLink(url), paths: [] })
  })
  electron.on('open-file', (event, path) => {
    event.preventDefault()
    void open({ text: null, paths: [path] })
  })
  void open(readOpeningWords(process.argv, process.cwd(), electron.getAppPath()))
  // While it is developed there is no app that the system could start for a link.
  if (electron.isPackaged) electron.setAsDefaultProtocolClient(SCHEME)

  return {
    showIn: (window, opened) => {
      tell = (event) => {
        window.reveal()
        if (!listens) return
        // Where it did not open, the person is being told already.
        void opened.then(
          (app) => app.emit(event),
          () => {},
        )
      }
    },
    takeText: () => {
      listens = true
      const text = waiting
      waiting = null
      return text
    },
    files,
  }
}
