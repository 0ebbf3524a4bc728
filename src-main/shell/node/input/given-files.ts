import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Input } from '../../../../src-preload/contract/methods.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import { fromHere } from './from-here.ts'

type GivenFile = NonNullable<Input<'imports.read'>['files']>[number]

/** The files that are named, as an import takes them; of a folder, all that is in it, called by their way there. */
export const readGivenFiles = async (paths: readonly string[]): Promise<GivenFile[]> =>
  (await Promise.all(paths.map((path) => readGiven(path, fromHere(path))))).flat()

const readGiven = async (asked: string, path: string): Promise<GivenFile[]> => {
  try {
    if (!(await stat(path)).isDirectory()) return [await fileOf(path, basename(path))]
    const inside = await readdir(path, { recursive: true, withFileTypes: true })
    const files = inside.filter((one) => one.isFile() && !one.name.startsWith('.'))
    return await Promise.all(
      files.map((one) => {
        const whole = join(one.parentPath, one.name)
        return fileOf(whole, whole.slice(path.length + 1).replaceAll('\\', '/'))
      }),
    )
  } catch (error) {
    return refuseInEnglish('not-found', `${asked} cannot be read.`, 'Check its name and that you may read it.', {
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}

const fileOf = async (path: string, name: string): Promise<GivenFile> => ({
  name,
  data: (await readFile(path)).toString('base64'),
})
