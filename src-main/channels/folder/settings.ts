import { z } from 'zod'
import { directorySetting } from '../kit/directory-setting.ts'
import { FLAVOURS, type Layout, LAYOUTS } from './layouts.ts'

export const folderSettings = z.strictObject({
  path: directorySetting('site', {
    title: 'Folder',
    description: 'Where posts, media and feeds are written.',
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
  flavour: z.enum(FLAVOURS).optional().meta({
    title: 'Made into a site by',
    description:
      'Posts and pictures are laid where it wants them, below its own folder: content/posts (hugo), _posts (jekyll), content/blog (eleventy), src/content/blog (astro). It makes the feeds itself.',
  }),
  commit: z.enum(['no', 'commit', 'push']).optional().meta({
    title: 'Keep in git',
    description:
      'Each post becomes a commit in the repository of the folder, and is pushed where it goes to. Hooks of the repository run as they do for you, and may refuse it.',
  }),
})
export type FolderSettings = z.infer<typeof folderSettings>

export const layoutOf = ({ flavour }: FolderSettings): Layout => LAYOUTS[flavour ?? 'plain']
