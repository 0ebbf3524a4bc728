import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

const EXAMPLE = process.platform === 'win32' ? 'C:\\Users\\alice\\Site' : '/home/alice/site'

export const folderSettings = z.strictObject({
  path: z
    .string('Choose a folder.')
    .min(1, 'Choose a folder.')
    .refine(
      (path) => isAbsolute(path) && !path.includes('\0'),
      `Give the whole path of the folder, such as ${EXAMPLE}.`,
    )
    .transform((path) => resolve(path))
    .meta({
      title: 'Folder',
      description: 'Where posts, media and feeds are written.',
      format: 'directory',
      examples: [EXAMPLE],
    }),
  title: z
    .string()
    .trim()
    .max(200)
    .optional()
    .meta({ title: 'Title', description: 'What the feeds are called. Without it: the name of the folder.' }),
  link: z
    .url({ protocol: /^https?$/, error: 'Use an address such as https://example.com/.' })
    .optional()
    .meta({
      title: 'Web address',
      description: 'Where the folder is found on the web. Without it the feeds point to the files on this computer.',
      examples: ['https://example.com/'],
    }),
})
export type FolderSettings = z.infer<typeof folderSettings>
