import { z } from 'zod'
import { directorySetting } from '../kit/directory-setting.ts'
import { NETWORKS } from '../rules/index.ts'

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
      names: Object.fromEntries(NETWORKS.map(({ key, name }) => [key, name])),
    }),
  path: directorySetting('To post', {
    title: 'Folder',
    description: 'Where the text and the files are laid out, made ready for the network.',
  }),
})
export type AssistedSettings = z.infer<typeof assistedSettings>
