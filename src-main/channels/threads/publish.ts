import { z } from 'zod'
import type { Lookup, Outcome, Work } from '../channel.ts'
import { fitsIn, measuresOf } from '../check/count-text.ts'
import { threadParts } from '../check/thread-parts.ts'
import { findPost, publishContainer } from '../meta/containers.ts'
import { failingOf, unknownOf } from '../meta/failures.ts'
import type { Graph } from '../meta/graph.ts'
import { THREADS } from '../rules/threads.ts'
import { makingOf, noteOf, partDesk } from './containers.ts'
import { type Part, partOf, remoteOf } from './posts.ts'
import { manners, openProfile } from './profile.ts'
import { quotaFailing } from './quota.ts'
import type { Desk, ThreadsSettings } from './settings.ts'

type Sending = Work<ThreadsSettings>

/** Sends a post, or a thread part by part, each by a container that is published once. What stands is not sent again. */
export const publish = async (work: Sending, desk: Desk): Promise<Outcome> => {
  try {
    const graph = await openProfile(work, desk)
    const texts = await textsOf(work)
    const begun = work.parts.length
    const replies = texts.length - Math.max(1, begun)
    const full = await quotaFailing(graph, begun === 0, replies, desk.tools.clock.now())
    if (full) return full
    const parts: Part[] = [...work.parts]
    for (const [index, text] of texts.entries()) {
      if (index < parts.length) continue
      const way = { index, text, parent: parts.at(-1)?.id ?? null }
      const id = await publishContainer(noteOf(index), partDesk(way, work, graph, desk), makingOf(work, desk))
      const part = await linkTo(id, graph)
      parts.push(part)
      if (texts.length > 1) await work.onPart(part)
    }
    return { kind: 'published', remote: remoteOf(parts) }
  } catch (error) {
    return failingOf(error, manners(work, desk), desk.tools)
  }
}

/**
 * Whether all parts stand. Exact: nothing is published but by the containers that are in the notes, and Threads tells
 * whether they were. Some of a thread is `absent`: publishing goes on after them.
 */
export const lookup = async (work: Sending, desk: Desk): Promise<Lookup> => {
  try {
    const graph = await openProfile(work, desk)
    const parts: Part[] = [...work.parts]
    for (const [index, text] of (await textsOf(work)).entries()) {
      if (index < parts.length) continue
      const way = { index, text, parent: parts.at(-1)?.id ?? null }
      const id = await findPost(noteOf(index), partDesk(way, work, graph, desk), work.notes)
      if (id === null) return { kind: 'absent' }
      parts.push(await linkTo(id, graph))
    }
    return { kind: 'found', remote: remoteOf(parts) }
  } catch (error) {
    return unknownOf(error, manners(work, desk), desk.tools)
  }
}

const textsOf = async ({ draft }: Sending) => threadParts(draft, fitsIn(await measuresOf(THREADS.text)))

const linked = z.object({ id: z.string(), permalink: z.string().optional() })

/** Where it stands. It does, even if its address cannot be read right now. */
const linkTo = async (id: string, graph: Graph): Promise<Part> => {
  try {
    return partOf(await graph.ask('GET', id, linked, { fields: 'id,permalink' }))
  } catch {
    return { id, url: null }
  }
}
