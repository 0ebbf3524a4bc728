import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Site } from './site.ts'

const list = z.object({ newsletters: z.array(z.object({ name: z.string(), slug: z.string(), status: z.string() })) })

/** The newsletter that a person means, by its name; null: none. */
export const newsletterNamed = async (site: Site, wanted: string | undefined): Promise<string | null> => {
  if (wanted === undefined) return null
  const { newsletters } = await site.ask(list, 'GET', 'newsletters/', { query: { limit: '100' } })
  const active = newsletters.filter(({ status }) => status === 'active')
  const same = (one: string) => one.toLowerCase() === wanted.trim().toLowerCase()
  const found = active.find(({ name, slug }) => same(name) || same(slug))
  return (
    found?.slug ??
    refuse(
      'invalid-input',
      `The site has no newsletter ${wanted}; it has ${active.map(({ name }) => name).join(', ') || 'none'}.`,
      'Choose one of these, or leave it out.',
      { field: 'options' },
    )
  )
}
