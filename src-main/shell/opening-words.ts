import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readComposeLink } from './compose-link.ts'

/** What a start of Posthorn is for: words for a post, and files to open. */
export type OpeningWords = { text: string | null; paths: string[] }

/** What the words of a command line ask for; `cwd`: where it was given, `app`: where Posthorn itself lies. */
export const readOpeningWords = (argv: readonly string[], cwd: string, app: string): OpeningWords => {
  const words = argv.slice(1).filter((word) => word !== '' && !word.startsWith('-'))
  const texts = words.map(readComposeLink).filter((text) => text !== null)
  const paths = words
    .filter((word) => !/^posthorn:/i.test(word))
    .map((word) => pathOf(word, cwd))
    // While it is developed Electron is told where Posthorn lies.
    .filter((path) => path !== null && path !== resolve(app) && existsSync(path))
  return { text: texts.at(-1) ?? null, paths: paths.filter((path) => path !== null) }
}

/** Desktops hand over files as paths or as addresses. */
const pathOf = (word: string, cwd: string): string | null => {
  if (!/^file:/i.test(word)) return resolve(cwd, word)
  try {
    return fileURLToPath(word)
  } catch {
    return null
  }
}
