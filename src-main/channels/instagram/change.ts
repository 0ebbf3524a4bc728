import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Change, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import { isGone } from '../meta/graph-error.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { manners, openAccount } from './account.ts'
import type { Desk } from './settings.ts'

const done = z.object({ success: z.literal(true) })

/** Takes a post down; what is gone already is. A text cannot be changed by programs. */
export const unpublish = async (work: Work<FacebookAppSettings>, remote: Remote, desk: Desk): Promise<Change> => {
  try {
    const { graph } = await openAccount(work, desk)
    await graph.ask('DELETE', remote.id, done, {}, { writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return isGone(error) ? { kind: 'done', remote } : changeOf(error, manners(work, desk), desk.tools)
  }
}
