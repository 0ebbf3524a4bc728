import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Change, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import { isGone } from '../meta/graph-error.ts'
import type { Graph } from '../meta/graph.ts'
import { manners, openProfile } from './profile.ts'
import type { Desk, ThreadsSettings } from './settings.ts'

const done = z.object({ success: z.literal(true) })

/** Takes a post down, a thread from its end, so that what is left of it still hangs together. */
export const unpublish = async (work: Work<ThreadsSettings>, remote: Remote, desk: Desk): Promise<Change> => {
  try {
    const graph = await openProfile(work, desk)
    const parts = remote.parts.length > 0 ? remote.parts : [remote]
    for (const { id } of parts.toReversed()) await takeDown(id, graph)
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, manners(work, desk), desk.tools)
  }
}

/** What is gone already is taken down. */
const takeDown = async (id: string, graph: Graph): Promise<void> => {
  try {
    await graph.ask('DELETE', id, done, {}, { writes: true })
  } catch (error) {
    if (!isGone(error)) throw error
  }
}
