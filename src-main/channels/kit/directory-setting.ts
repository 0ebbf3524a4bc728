import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

/** A setting that is a folder of this computer, given by its whole path; `name` is that of the folder in the example. */
export const directorySetting = (name: string, about: { title: string; description: string }) => {
  const example = process.platform === 'win32' ? `C:\\Users\\alice\\${name}` : `/home/alice/${name}`
  return z
    .string('Choose a folder.')
    .min(1, 'Choose a folder.')
    .refine(
      (path) => isAbsolute(path) && !path.includes('\0'),
      `Give the whole path of the folder, such as ${example}.`,
    )
    .transform((path) => resolve(path))
    .meta({ ...about, format: 'directory', examples: [example] })
}
