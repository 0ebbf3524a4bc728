import { type HandedFile, isImportable, readHanded } from '../exchange/given-files.ts'
import { inOwnWords } from '../words/say-failure.ts'
import { say } from '../words/say.ts'
import type { Desk } from './desk.ts'

/** No text that is meant to be a post is longer, in characters. */
const LONGEST = 20_000

type Hands = Pick<Desk, 'composer' | 'exchange' | 'link' | 'route' | 'toasts' | 'writeNew'>

/** What a person drops on the window or opens with Posthorn: posts go to the import, words and files into a new post. */
export const handFiles = async (desk: Hands, files: readonly HandedFile[]): Promise<void> => {
  const { composer, exchange, link, route, toasts, writeNew } = desk
  if (files.length === 0) return
  if (!files.some(({ name }) => isImportable(name))) {
    writeNew()
    return composer.state.getState().session.addFiles(files.map(({ file }) => file))
  }
  const words = await wordsIn(files, link.bridge.desktop)
  if (words !== null) return writeNew(words)
  route.go({ room: 'exchange' })
  if (exchange.state.getState().job?.state !== 'running') return exchange.hand(files)
  toasts.fail(
    inOwnWords({
      code: 'illegal-transition',
      message: say('exchange.running-already'),
      next: say('exchange.running-already-next'),
    }),
  )
}

/** The words of a plain text file by itself; null: it is a table, or anything else. */
const wordsIn = async (files: readonly HandedFile[], desktop: Parameters<typeof readHanded>[1]) => {
  const [first, ...others] = files
  if (first === undefined || others.length > 0 || !/\.txt$/i.test(first.name)) return null
  const read = await readHanded([first], desktop)
  if (!read.ok) return null
  const bytes = Uint8Array.from(atob(read.value[0]?.data ?? ''), (sign) => sign.charCodeAt(0))
  const text = decode(bytes).replaceAll('\r\n', '\n').trim()
  const isTable = text.split('\n', 2).some((line) => line.includes('\t'))
  return text === '' || text.length > LONGEST || isTable || text.includes('\0') ? null : text
}

/** As editors write them: with a mark for the wide one, else in the common one, else in the one of old. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
