import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import type { Api } from './api.ts'
import { isMissing, mannersOf } from './failures.ts'
import { toLittle } from './little-text.ts'
import { pathOf } from './posts.ts'
import type { LinkedinSettings } from './settings.ts'

/** Gives a post another text; what stands beside it stays. */
export const edit = async (
  work: Work<LinkedinSettings>,
  remote: Remote,
  api: Api,
  tools: ChannelTools,
): Promise<Change> => {
  try {
    const json = { patch: { $set: { commentary: toLittle(work.draft.text) } } }
    await api.answer('POST', pathOf(remote.id), { json, does: 'PARTIAL_UPDATE', writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await mannersOf(work, tools), tools)
  }
}

/** Takes a post down; what is gone already is taken down. */
export const unpublish = async (
  work: Work<LinkedinSettings>,
  remote: Remote,
  api: Api,
  tools: ChannelTools,
): Promise<Change> => {
  try {
    await api.answer('DELETE', pathOf(remote.id), { does: 'DELETE', writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return isMissing(error) ? { kind: 'done', remote } : changeOf(error, await mannersOf(work, tools), tools)
  }
}
