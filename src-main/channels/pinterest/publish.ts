import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { signRequests } from '../kit/oauth/signed-requests.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { mediaSource } from './media.ts'
import { boardOf, findPin, pin, pinterestUrl, remoteOf, toldIn, wordsOf } from './pins.ts'
import type { PinterestSettings } from './settings.ts'

/** Makes a pin: of an image, of several, or of a video. */
export const publish = async (
  work: Work<PinterestSettings>,
  tools: ChannelTools,
  oauth: OAuth<PinterestSettings>,
): Promise<Outcome> => {
  const requests = signRequests(work, oauth)
  try {
    const board = boardOf(work)
    const { board_section_id: section } = toldIn(work.draft)
    const json = {
      board_id: board,
      ...(section !== undefined && { board_section_id: section }),
      ...wordsOf(work.draft),
      media_source: await mediaSource(work, requests),
    }
    const made = await requests.read(pinterestUrl(work.settings, 'pins'), pin, { method: 'POST', json, writes: true })
    return { kind: 'published', remote: remoteOf(made.id) }
  } catch (error) {
    return outcomeOf(error, await mannersOf(work), tools)
  }
}

/** Asks for a pin with these very words on the board. */
export const lookup = async (
  work: Work<PinterestSettings>,
  tools: ChannelTools,
  oauth: OAuth<PinterestSettings>,
): Promise<Lookup> => {
  try {
    const found = await findPin(work, signRequests(work, oauth))
    return found ? { kind: 'found', remote: remoteOf(found.id) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersOf(work), tools).failure }
  }
}
