import { z } from 'zod'
import { instant, templateId } from './common.ts'

/** Words kept to be put into posts: a text to begin with, or a set of hashtags. */
export const template = z.object({
  id: templateId,
  kind: z.enum(['text', 'hashtags']),
  /** Unique among its kind without regard to case. */
  name: z.string().trim().min(1, 'Give it a name.').max(100),
  text: z.string().min(1, 'There is nothing in it yet.').max(100_000),
  createdAt: instant,
})
export type Template = z.infer<typeof template>
