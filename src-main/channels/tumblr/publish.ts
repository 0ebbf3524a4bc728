import { z } from 'zod'
import { failed } from '../../core/refusal.ts'
import type { ChannelTools, DraftMedia, Lookup, Outcome, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { findMade, findOrNote } from '../kit/find-made.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { TUMBLR } from '../rules/tumblr.ts'
import { type Api, blogPath } from './api.ts'
import { contentOf, toldOf, type Written } from './blocks.ts'
import { mannersOf } from './failures.ts'
import { blogOf, findAlike, isListed, remoteOf } from './posts.ts'
import type { TumblrSettings } from './settings.ts'

type Sending = Work<TumblrSettings>

const made = z.object({ id: z.string().regex(/^\d+$/) })

/** Posts to a blog, unless an attempt before this one did. */
export const publish = async (work: Sending, api: Api, tools: ChannelTools): Promise<Outcome> => {
  const { state = 'published' } = toldOf(work.draft)
  return send(work, api, tools, { state })
}

/** Gives Tumblr a post that it publishes by itself when it is time. */
export const give = (work: Sending, api: Api, tools: ChannelTools): Promise<Outcome> =>
  send(work, api, tools, { state: 'queue', publish_on: new Date(work.at).toISOString() })

/** Asks for a post with these words that was not there before. */
export const lookup = async (work: Sending, api: Api, tools: ChannelTools): Promise<Lookup> => {
  try {
    if (!isListed(work.draft)) return { kind: 'unknown', failure: NOT_LISTED }
    const found = await findMade(work.notes, () => findAlike(work, api))
    return found ? { kind: 'found', remote: remoteOf(found.id, blogOf(work), found.post_url) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersOf(work, tools), tools).failure }
  }
}

const NOT_LISTED = failed(
  'answer-lost',
  'Tumblr does not list private posts, so it cannot be asked whether this one arrived.',
  'Look there. If it stands, say that you found it; if not, post it again.',
)

type State = { state: string; publish_on?: string }

const send = async (work: Sending, api: Api, tools: ChannelTools, state: State): Promise<Outcome> => {
  try {
    const blog = blogOf(work)
    const standing = await findOrNote(work.notes, () => findAlike(work, api))
    if (standing) return { kind: 'published', remote: remoteOf(standing.id, blog, standing.post_url) }
    const files = await openFiles(work)
    const post = {
      ...contentOf(
        work.draft,
        files.map(({ written }) => written),
      ),
      ...state,
      ...besideOf(work),
    }
    work.signal.throwIfAborted()
    const body = files.length === 0 ? { json: post } : { form: formOf(post, files), onProgress: progressOf(work) }
    const { id } = await api.ask(blogPath(blog, 'posts'), made, { method: 'POST', ...body, writes: true })
    return { kind: 'published', remote: remoteOf(id, blog) }
  } catch (error) {
    return outcomeOf(error, await mannersOf(work, tools), tools)
  }
}

/** What else a post is told. */
export const besideOf = ({ draft }: Pick<Sending, 'draft'>) => {
  const { tags = [], slug, source_url, reblogs } = toldOf(draft)
  const names = [...tags, ...draft.tags].map((tag) => tag.replace(/^#/, '').replaceAll(',', ' ').trim())
  return {
    tags: [...new Set(names.filter((name) => name !== ''))].join(','),
    ...(slug !== undefined && { slug }),
    ...(source_url !== undefined && { source_url }),
    ...(reblogs !== undefined && { interactability_reblog: reblogs }),
  }
}

type OpenFile = { written: Written; identifier: string; blob: Blob; name: string }

const openFiles = (work: Sending): Promise<OpenFile[]> =>
  Promise.all(
    work.draft.media.map(async (media, index) => {
      const { blob, name } = await openMedia(media, TUMBLR, work.draft.strict, { signal: work.signal })
      const identifier = `file-${index + 1}`
      return { written: fileBlock(media, blob.type, identifier), identifier, blob, name }
    }),
  )

const fileBlock = ({ mime, width, height, alt }: DraftMedia, type: string, identifier: string): Written => {
  const size = width !== null && height !== null ? { width, height } : {}
  const about = { type, identifier, ...size }
  const words = alt.trim() === '' ? {} : { alt_text: alt.trim().toWellFormed() }
  return mime.startsWith('video/') ? { type: 'video', media: about } : { type: 'image', media: [about], ...words }
}

/** The post first, then what its blocks name. */
const formOf = (post: object, files: readonly OpenFile[]): FormData => {
  const form = new FormData()
  form.append('json', JSON.stringify(post))
  for (const { identifier, blob, name } of files) form.append(identifier, blob, name)
  return form
}

const progressOf = ({ draft, onProgress }: Sending) => {
  const total = draft.media.reduce((sum, { size }) => sum + size, 0)
  return (sent: number) => onProgress(Math.min(sent, total), total)
}
