import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** Where package managers put programs that an app started from the desktop does not find by its PATH. */
const USUAL = process.platform === 'win32' ? [] : ['/opt/homebrew/bin', '/usr/local/bin', '/usr/bin', '/opt/local/bin']
const PROGRAM = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
/** How long an answer holds, in milliseconds: a person may install it while Posthorn runs. */
const HOLDS = 30_000

let known: { asked: string; at: number; path: Promise<string | null> } | undefined

/** The path of the person's ffmpeg: what POSTHORN_FFMPEG names (empty: none is used), else the first that is found. */
export const findFfmpeg = (): Promise<string | null> => {
  const { POSTHORN_FFMPEG: named, PATH = '' } = process.env
  const asked = `${named ?? '-'} ${PATH}`
  if (known?.asked !== asked || Date.now() - known.at > HOLDS) {
    const candidates =
      named === undefined
        ? [...PATH.split(delimiter), ...USUAL].filter((folder) => folder !== '').map((folder) => join(folder, PROGRAM))
        : named === ''
          ? []
          : [named]
    known = { asked, at: Date.now(), path: firstOf(candidates) }
  }
  return known.path
}

const firstOf = async (candidates: readonly string[]): Promise<string | null> => {
  for (const candidate of candidates) {
    const found = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (found) return candidate
  }
  return null
}
