import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'

/** Where `inner` really lies, links followed; null where it is not there, or not within `folder`. */
export const withinFolder = async (folder: string, inner: string): Promise<string | null> => {
  if (!isAbsolute(inner)) return null
  try {
    const [outside, inside] = await Promise.all([realpath(folder), realpath(inner)])
    const way = relative(outside, inside)
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way) ? inside : null
  } catch {
    return null
  }
}
