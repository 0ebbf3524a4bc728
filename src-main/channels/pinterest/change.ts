import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { signRequests } from '../kit/oauth/signed-requests.ts'
import { changeOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { pin, pinterestUrl, toldIn, wordsOf } from './pins.ts'
import type { PinterestSettings } from './settings.ts'

/** Gives a pin other words, and another board or section where the post names one; what it shows stays. */
export const edit = async (
  work: Work<PinterestSettings>,
  remote: Remote,
  tools: ChannelTools,
  oauth: OAuth<PinterestSettings>,
): Promise<Change> => {
  try {
    const { board_id, board_section_id } = toldIn(work.draft)
    const json = {
      description: '',
      ...wordsOf(work.draft),
      ...(board_id !== undefined && { board_id }),
      ...(board_section_id !== undefined && { board_section_id }),
    }
    const url = pinterestUrl(work.settings, `pins/${encodeURIComponent(remote.id)}`)
    await signRequests(work, oauth).read(url, pin, { method: 'PATCH', json, writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await mannersOf(work), tools)
  }
}

/** Takes a pin down; what is gone already is taken down. */
export const unpublish = async (
  work: Work<PinterestSettings>,
  remote: Remote,
  tools: ChannelTools,
  oauth: OAuth<PinterestSettings>,
): Promise<Change> => {
  try {
    const url = pinterestUrl(work.settings, `pins/${encodeURIComponent(remote.id)}`)
    await signRequests(work, oauth).ask(url, { method: 'DELETE', also: [404], writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await mannersOf(work), tools)
  }
}
