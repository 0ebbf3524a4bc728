import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Change, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { wordsAsEntry } from './entry.ts'
import { mannersFor, saysNone } from './failures.ts'
import type { MicropubSettings } from './settings.ts'
import { locationOf, openSite, type Tools } from './site.ts'

type Changing = Work<MicropubSettings>

/** Gives an entry other words, and another heading and categories where it has such; its files stay. */
export const edit = async (work: Changing, remote: Remote, tools: Tools): Promise<Change> => {
  try {
    const site = await openSite(work, tools)
    const json = { action: 'update', url: remote.id, replace: wordsAsEntry(work.draft) }
    const answer = await site.send(site.endpoint, { json, writes: true })
    // It has another address from now on.
    const moved = answer.status === 201 ? locationOf(answer, site.endpoint) : null
    return { kind: 'done', remote: moved === null ? remote : { id: moved, url: moved, parts: [] } }
  } catch (error) {
    return changeOf(error, await mannersFor(work), tools)
  }
}

/** Takes an entry down. What is gone already is no trouble. */
export const unpublish = async (work: Changing, remote: Remote, tools: Tools): Promise<Change> => {
  try {
    const site = await openSite(work, tools)
    await site.send(site.endpoint, { json: { action: 'delete', url: remote.id }, writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return error instanceof RequestFailed && saysNone(error.answer)
      ? { kind: 'done', remote }
      : changeOf(error, await mannersFor(work), tools)
  }
}
