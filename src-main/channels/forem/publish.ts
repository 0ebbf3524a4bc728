import { refuse } from '../../core/refusal.ts'
import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { fitFile } from '../check/open-media.ts'
import { findMade, findOrNote } from '../kit/find-made.ts'
import { imageMarkdown } from '../kit/markdown.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { FOREM } from '../rules/forem.ts'
import { article, besideOf, findAlike, remoteOf, toldOf, wordsFor } from './articles.ts'
import { mannersOf } from './failures.ts'
import type { ForemSettings } from './settings.ts'
import { openSite } from './site.ts'

type Sending = Work<ForemSettings>

/** Publishes an article, unless an attempt before this one did. */
export const publish = async (work: Sending, tools: ChannelTools): Promise<Outcome> => {
  try {
    const site = openSite(work)
    const { title, body } = wordsFor(work.draft)
    const standing = await findOrNote(work.notes, () => findAlike(site, title))
    if (standing) return { kind: 'published', remote: remoteOf(standing) }
    const { cover, inside } = await picturesOf(work)
    const json = {
      article: {
        title,
        body_markdown: [body, ...inside].filter((part) => part !== '').join('\n\n'),
        published: toldOf(work.draft).status !== 'draft',
        ...(cover !== undefined && { main_image: cover }),
        ...besideOf(work.draft),
      },
    }
    work.signal.throwIfAborted()
    const made = await site.ask(article, 'POST', 'articles', { json, writes: true })
    return { kind: 'published', remote: remoteOf(made) }
  } catch (error) {
    return outcomeOf(error, mannersOf(work), tools)
  }
}

/** Asks for an article with this title that was not there before. */
export const lookup = async (work: Sending, tools: ChannelTools): Promise<Lookup> => {
  try {
    const site = openSite(work)
    const found = await findMade(work.notes, () => findAlike(site, wordsFor(work.draft).title))
    return found ? { kind: 'found', remote: remoteOf(found) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, mannersOf(work), tools).failure }
  }
}

/** The cover, and the images in the text: a Forem shows both from where they are. */
const picturesOf = async ({ draft, relay }: Sending): Promise<{ cover: string | undefined; inside: string[] }> => {
  const { main_image: told } = toldOf(draft)
  if (draft.media.length > 0 && !relay) {
    return refuse(
      'media-unsupported',
      'The site shows images from a public address, and no place for them is chosen.',
      'Choose one in Settings > Media relay, or write the addresses of images into the text.',
      { field: 'media' },
    )
  }
  const shown: { alt: string; url: string }[] = []
  for (const media of draft.media) {
    const file = await fitFile(media, FOREM, draft.strict)
    const url = (await relay?.offer(file)) ?? ''
    shown.push({ alt: media.alt.trim(), url })
  }
  const inside = told === undefined ? shown.slice(1) : shown
  return { cover: told ?? shown[0]?.url, inside: inside.map(({ alt, url }) => imageMarkdown(alt, url)) }
}
