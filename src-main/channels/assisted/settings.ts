import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { NETWORKS } from '../rules/index.ts'

const EXAMPLE = process.platform === 'win32' ? 'C:\\Users\\alice\\To post' : '/home/alice/To post'

/** What a person fills in. */
export const assistedSettings = z.strictObject({
  site: z.url({ protocol: /^https?$/, error: 'Use an address such as https://example.com/new-post.' }).meta({
    title: 'Web address',
    description: 'The page where you post: it is opened for you when the time has come.',
    examples: ['https://example.com/new-post'],
  }),
  rules: z
    .enum(['any', ...NETWORKS.map(({ key }) => key)])
    .default('any')
    .meta({
      title: 'Rules',
      description: 'The network whose limits are checked and whose look is shown; "any" checks nothing.',
    }),
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
      description: 'Where the text and the files are laid out, made ready for the network.',
      format: 'directory',
      examples: [EXAMPLE],
    }),
})
export type AssistedSettings = z.infer<typeof assistedSettings>
