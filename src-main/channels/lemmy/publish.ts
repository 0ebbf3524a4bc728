import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { findMade, findOrNote } from '../kit/find-made.ts'
import { findLinks } from '../kit/find-links.ts'
import { imageMarkdown } from '../kit/markdown.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { uploadImages } from './media.ts'
import { communityOf, findAlike, onePost, remoteOf, toldOf, wordsFor } from './posts.ts'
import { openServer, type Server } from './server.ts'
import type { LemmySettings } from './settings.ts'

type Sending = Work<LemmySettings>

/** Posts to a community, unless an attempt before this one did. */
export const publish = async (work: Sending, tools: ChannelTools): Promise<Outcome> => {
  try {
    const server = openServer(work)
    const communityId = await communityOf(work, server)
    const { name, body } = wordsFor(work.draft)
    const standing = await findOrNote(work.notes, () => findAlike(work, server, { name, communityId }))
    if (standing) return { kind: 'published', remote: remoteOf(standing) }
    const json = {
      name,
      community_id: communityId,
      ...(await shownIn(work, server, body)),
      ...(await besideOf(work, server)),
    }
    work.signal.throwIfAborted()
    const { post_view: view } = await server.ask(onePost, 'POST', '/api/v3/post', { json, writes: true })
    return { kind: 'published', remote: remoteOf(view.post) }
  } catch (error) {
    return outcomeOf(error, await mannersOf(work, tools), tools)
  }
}

/** Asks for a post with this title in the community that was not there before. */
export const lookup = async (work: Sending, tools: ChannelTools): Promise<Lookup> => {
  try {
    const server = openServer(work)
    const communityId = await communityOf(work, server)
    const { name } = wordsFor(work.draft)
    const found = await findMade(work.notes, () => findAlike(work, server, { name, communityId }))
    return found ? { kind: 'found', remote: remoteOf(found) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersOf(work, tools), tools).failure }
  }
}

/** What the title leads to, and the text; images that the title does not lead to stand under it. */
const shownIn = async (work: Sending, server: Server, body: string) => {
  const { url: told } = toldOf(work.draft)
  const images = (await uploadImages(work, server)).map((url, index) => ({
    url,
    alt: work.draft.media[index]?.alt.trim() ?? '',
  }))
  const heads = told === undefined ? images[0] : undefined
  const below = images.filter((one) => one !== heads).map(({ alt, url }) => imageMarkdown(alt, url))
  const whole = [body, ...below].filter((part) => part !== '').join('\n\n')
  const url = told ?? heads?.url ?? findLinks(work.draft.text)[0]?.href
  return {
    ...(whole !== '' && { body: whole }),
    ...(url !== undefined && { url }),
    ...(heads && heads.alt !== '' && { alt_text: heads.alt.toWellFormed() }),
  }
}

const languages = z.object({
  all_languages: z.array(z.object({ id: z.int(), code: z.string() })),
  discussion_languages: z.array(z.int()).default([]),
})

/** What else a post is told. */
export const besideOf = async ({ draft }: Pick<Sending, 'draft'>, server: Server) => {
  const { nsfw, language } = toldOf(draft)
  return {
    ...(nsfw !== undefined && { nsfw }),
    ...(language !== undefined && { language_id: await languageNamed(language, server) }),
  }
}

const languageNamed = async (code: string, server: Server): Promise<number> => {
  const site = await server.ask(languages, 'GET', '/api/v3/site')
  const id = site.all_languages.find((one) => one.code === code)?.id
  const isTaken = site.discussion_languages.length === 0 || site.discussion_languages.includes(id ?? -1)
  return id !== undefined && isTaken
    ? id
    : refuse(
        'invalid-input',
        `The server takes no posts in the language ${code}.`,
        'Choose another, or leave it out.',
        {
          field: 'options',
        },
      )
}
