import { z } from 'zod'
import type { DraftMedia, Work } from '../channel.ts'
import { type ContainerDesk, type ContainerState, ensureContainer, type PublishDesk } from '../meta/containers.ts'
import type { Graph, Parameters } from '../meta/graph.ts'
import { sameWords } from '../meta/marker.ts'
import { offerMedia } from '../check/offer-media.ts'
import { THREADS, threadsOptions } from '../rules/threads.ts'
import { readPosts } from './posts.ts'
import type { Desk, ThreadsSettings } from './settings.ts'

type Sending = Work<ThreadsSettings>

const made = z.object({ id: z.string().min(1) })
const state = z.object({ status: z.string(), error_message: z.string().nullish() })

const stateOf = async (id: string, graph: Graph): Promise<ContainerState> => {
  const { status, error_message: why } = await graph.ask('GET', id, state, { fields: 'status,error_message' })
  switch (status) {
    case 'FINISHED':
      return { kind: 'ready' }
    case 'PUBLISHED':
      return { kind: 'published' }
    case 'EXPIRED':
      return { kind: 'expired' }
    case 'ERROR':
      return { kind: 'failed', why: why ?? '' }
    default:
      return { kind: 'working' }
  }
}

export const makingOf = ({ notes, signal }: Sending, { tools }: Desk) => ({
  notes,
  signal,
  network: 'Threads',
  now: () => tools.clock.now(),
})

/** One part of a thread on its way; `parent`: the part it answers. */
export type PartOnItsWay = { index: number; text: string; parent: string | null }

export const noteOf = (index: number) => `part ${index}`

/** How a part is made, published and found. Files and options are those of the first. */
export const partDesk = (part: PartOnItsWay, work: Sending, graph: Graph, desk: Desk): PublishDesk => ({
  state: (id) => stateOf(id, graph),
  make: async () => {
    const media = part.index === 0 ? await mediaOf(work, graph, desk) : { media_type: 'TEXT' }
    const told = {
      ...(part.text.trim() !== '' && { text: part.text.toWellFormed() }),
      ...(part.parent !== null && { reply_to_id: part.parent }),
      ...(part.index === 0 && optionsOf(work)),
      ...media,
    }
    return (await graph.ask('POST', 'me/threads', made, told)).id
  },
  publish: async (container) => {
    const told = { creation_id: container }
    return (await graph.ask('POST', 'me/threads_publish', made, told, { writes: true })).id
  },
  find: async (since) => {
    const { posts } = await readPosts(graph, part.parent === null ? 'threads' : 'replies', since + graph.ahead())
    const same = posts.toReversed().filter(({ text }) => sameWords(text, part.text))
    return same.find(({ replied_to: to }) => part.parent === null || to?.id === part.parent)?.id ?? null
  },
})

const optionsOf = ({ draft }: Sending): Parameters => {
  const options = threadsOptions.safeParse(draft.options).data ?? {}
  const { poll_options: choices, link_attachment, reply_control, topic_tag, quote_post_id } = options
  const bare = draft.media.length === 0
  return {
    reply_control,
    topic_tag,
    quote_post_id,
    ...(bare && { link_attachment, poll_attachment: choices && pollOf(choices) }),
  }
}

const pollOf = (choices: readonly string[]) =>
  Object.fromEntries(choices.map((choice, index) => [`option_${'abcd'[index] ?? ''}`, choice]))

/** The files of a post, made public for Threads to fetch. */
const mediaOf = async (work: Sending, graph: Graph, desk: Desk): Promise<Parameters> => {
  const [only, ...others] = work.draft.media
  if (!only) return { media_type: 'TEXT' }
  if (others.length === 0) return fileOf(only, work)
  const children: string[] = []
  for (const [index, one] of work.draft.media.entries()) {
    const { id } = await ensureContainer(`file ${index}`, childDesk(one, work, graph), makingOf(work, desk))
    children.push(id)
  }
  return { media_type: 'CAROUSEL', children: children.join(',') }
}

const fileOf = async (media: DraftMedia, work: Sending): Promise<Parameters> => {
  const address = await offerMedia(work, media, THREADS)
  const alt = media.alt.trim() === '' ? {} : { alt_text: media.alt.toWellFormed() }
  return media.mime.startsWith('video/')
    ? { media_type: 'VIDEO', video_url: address, ...alt }
    : { media_type: 'IMAGE', image_url: address, ...alt }
}

const childDesk = (media: DraftMedia, work: Sending, graph: Graph): ContainerDesk => ({
  state: (id) => stateOf(id, graph),
  make: async () => {
    const told = { ...(await fileOf(media, work)), is_carousel_item: true }
    return (await graph.ask('POST', 'me/threads', made, told)).id
  },
})
