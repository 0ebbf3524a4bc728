import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { failed } from '../../core/refusal.ts'
import type { DraftMedia, Lookup, Outcome, Work } from '../channel.ts'
import {
  type ContainerDesk,
  ensureContainer,
  findPost as findPublished,
  type PublishDesk,
  publishContainer,
} from '../meta/containers.ts'
import { failingOf, unknownOf } from '../meta/failures.ts'
import { addFirstComment } from '../meta/first-comment.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { instagramOptions } from '../rules/instagram.ts'
import { type InstagramAccount, manners, openAccount } from './account.ts'
import { fileContainer, isFilm, isStory, stateOf, toldOf } from './containers.ts'
import { findPost, remoteOf } from './posts.ts'
import { fullUntil } from './quota.ts'
import type { Desk } from './settings.ts'

type Sending = Work<FacebookAppSettings>

/** The name of the container that is published, in the notes. */
const POST = 'container'

/** Publishes a picture, a reel, a carousel or a story, by a container that is published once. */
export const publish = async (work: Sending, desk: Desk): Promise<Outcome> => {
  try {
    const account = await openAccount(work, desk)
    const until = await fullUntil(account, desk.tools.clock.now())
    if (until !== null) return full(until)
    const id = await publishContainer(POST, deskOf(work, account, desk), makingOf(work, desk))
    const { first_comment: words } = instagramOptions.safeParse(work.draft.options).data ?? {}
    const reservation = await addFirstComment(id, words, account.graph, work, manners(work, desk), desk.tools)
    return { kind: 'published', remote: await standing(id, account), ...(reservation && { reservation }) }
  } catch (error) {
    return failingOf(error, manners(work, desk), desk.tools)
  }
}

/**
 * Whether it arrived. Exact: nothing is published but by the container that is in the notes, and Instagram tells whether
 * that was.
 */
export const lookup = async (work: Sending, desk: Desk): Promise<Lookup> => {
  try {
    const account = await openAccount(work, desk)
    const id = await findPublished(POST, deskOf(work, account, desk), work.notes)
    return id === null ? { kind: 'absent' } : { kind: 'found', remote: await standing(id, account) }
  } catch (error) {
    return unknownOf(error, manners(work, desk), desk.tools)
  }
}

const full = (until: number): Outcome => ({
  kind: 'limited',
  until,
  failure: failed(
    'quota-exhausted',
    'Instagram takes no more posts from this account: those of the last 24 hours are all it allows.',
    'Nothing to do: Posthorn waits until there is room again.',
  ),
})

const makingOf = ({ notes, signal }: Sending, { tools }: Desk) => ({
  notes,
  signal,
  network: 'Instagram',
  now: () => tools.clock.now(),
})

const published = z.object({ id: z.string().min(1) })

const deskOf = (work: Sending, account: InstagramAccount, desk: Desk): PublishDesk => ({
  ...containerOf(work, account, desk),
  publish: async (container) => {
    const told = { creation_id: container }
    const { id } = await account.graph.ask('POST', `${account.id}/media_publish`, published, told, { writes: true })
    return id
  },
  find: (since) => findPost(account, isStory(work.draft) ? null : work.draft.text, since + account.graph.ahead()),
})

const containerOf = (work: Sending, account: InstagramAccount, desk: Desk): ContainerDesk => {
  const { draft } = work
  const [only, ...others] = draft.media
  if (only && others.length === 0) {
    const told = isStory(draft) ? { media_type: 'STORIES' } : toldOf(draft)
    return fileContainer(POST, only, told, work, account)
  }
  return {
    state: (id) => stateOf(id, account),
    make: async () => {
      const children = await childrenOf(draft.media, work, account, desk)
      const told = { ...toldOf(draft), media_type: 'CAROUSEL', children: children.join(',') }
      return (await account.graph.ask('POST', `${account.id}/media`, published, told)).id
    },
  }
}

/** The containers of the files of a carousel, in order, each made once. */
const childrenOf = async (media: readonly DraftMedia[], work: Sending, account: InstagramAccount, desk: Desk) => {
  const ids: string[] = []
  for (const [index, one] of media.entries()) {
    const name = `file ${index}`
    const told = { is_carousel_item: true, ...(isFilm(one) && { media_type: 'VIDEO' }) }
    const { id } = await ensureContainer(name, fileContainer(name, one, told, work, account), makingOf(work, desk))
    ids.push(id)
  }
  return ids
}

const linked = z.object({ id: z.string(), permalink: z.string().optional() })

/** Where it stands. It does, even if its address cannot be read right now. */
const standing = async (id: string, { graph }: InstagramAccount): Promise<Remote> => {
  try {
    return remoteOf(await graph.ask('GET', id, linked, { fields: 'id,permalink' }))
  } catch {
    return remoteOf({ id })
  }
}
