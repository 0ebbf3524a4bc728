import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, Connected, Destinations, NativePost, ReadBack } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { signRequests } from '../kit/oauth/signed-requests.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { outcomeOf, refusalOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { type Pin, pinsSince, pinterestUrl, readPages, remoteOf, timeOf } from './pins.ts'
import type { PinterestSettings } from './settings.ts'

const person = z.object({ username: z.string().min(1), profile_image: pictureAddress })
const board = z.object({ id: z.string(), name: z.string() })

/** Whose account it is, and what Pinterest was agreed to. */
export const connect = async (
  access: Access<PinterestSettings>,
  tools: ChannelTools,
  oauth: OAuth<PinterestSettings>,
): Promise<Connected<PinterestSettings>> => {
  try {
    const { settings } = access
    const url = pinterestUrl(settings, 'user_account')
    const { username, profile_image: picture } = await signRequests(access, oauth).read(url, person)
    const tokens = await oauth.tokens(access)
    const permissions = oauth.permissions(tokens, settings)
    return { kind: 'valid', identity: `@${username}`, settings, permissions, picture, ...oauth.life(tokens) }
  } catch (error) {
    return refusalOf(error, await mannersOf(access), tools)
  }
}

/** The boards of the account. */
export const destinations = async (
  access: Access<PinterestSettings>,
  tools: ChannelTools,
  oauth: OAuth<PinterestSettings>,
): Promise<Destinations> => {
  try {
    const { items } = await readPages(access.settings, signRequests(access, oauth), 'boards', board)
    return { kind: 'known', entries: items }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access), tools).failure }
  }
}

/** The account's own pins since then, on whatever board. */
export const readBack = async (
  access: Access<PinterestSettings>,
  since: Millis,
  tools: ChannelTools,
  oauth: OAuth<PinterestSettings>,
): Promise<ReadBack> => {
  try {
    const { pins, whole } = await pinsSince(access.settings, signRequests(access, oauth), since)
    const [oldest] = pins.slice(-1).map(timeOf)
    return { kind: 'read', posts: pins.map(postOf), from: whole ? since : (oldest ?? since) }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access), tools).failure }
  }
}

const postOf = (one: Pin): NativePost => {
  const sizes = one.media?.images ?? {}
  const url = (sizes['600x'] ?? Object.values(sizes)[0])?.url
  return {
    remote: remoteOf(one.id),
    text: [one.title, one.description].filter(Boolean).join('\n\n'),
    at: timeOf(one),
    pictures: url === undefined ? [] : [{ url, alt: one.alt_text ?? '' }],
  }
}
