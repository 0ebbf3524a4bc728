import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Change, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import { isGone } from '../meta/graph-error.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { manners, openPage } from './page.ts'
import { kindOf } from './publish.ts'
import type { Desk } from './settings.ts'

type Sending = Work<FacebookAppSettings>
const done = z.object({ success: z.literal(true) })

/** Gives a post another text; what is attached stays. Videos and reels have their text as a description. */
export const edit = async (work: Sending, remote: Remote, desk: Desk): Promise<Change> => {
  try {
    const page = await openPage(work, desk)
    const words = work.draft.text.toWellFormed()
    const told = kindOf(work.draft) === 'feed' ? { message: words } : { description: words }
    await page.graph.ask('POST', remote.id, done, told, { writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, manners(work, desk), desk.tools)
  }
}

/** Takes a post down, or from the page's schedule; what is gone already is. */
export const unpublish = async (work: Sending, remote: Remote, desk: Desk): Promise<Change> => {
  try {
    const page = await openPage(work, desk)
    await page.graph.ask('DELETE', remote.id, done, {}, { writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return isGone(error) ? { kind: 'done', remote } : changeOf(error, manners(work, desk), desk.tools)
  }
}
