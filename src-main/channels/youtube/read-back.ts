import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, Connected, NativePost, ReadBack } from '../channel.ts'
import { googleManners } from '../google/failures.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { signRequests } from '../kit/oauth/signed-requests.ts'
import { outcomeOf, refusalOf } from '../kit/request-failures.ts'
import type { YoutubeSettings } from './settings.ts'
import { type Entry, ownChannel, uploadsSince } from './uploads.ts'
import { remoteOf } from './videos.ts'
import { YOUTUBE_WORDS } from './words.ts'

/** Who is signed in, what channel that is, and what Google was agreed to. */
export const connect = async (
  access: Access<YoutubeSettings>,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
): Promise<Connected<YoutubeSettings>> => {
  try {
    const own = await ownChannel(access, signRequests(access, oauth))
    const tokens = await oauth.tokens(access)
    const { settings } = access
    return {
      kind: 'valid',
      identity: own.snippet.customUrl ?? own.snippet.title,
      settings: { ...settings, channelId: own.id, uploads: own.contentDetails.relatedPlaylists.uploads },
      picture: own.snippet.thumbnails?.medium.url ?? null,
      permissions: oauth.permissions(tokens, settings),
      ...oauth.life(tokens),
    }
  } catch (error) {
    return refusalOf(error, await googleManners(access, YOUTUBE_WORDS, tools), tools)
  }
}

/** What was uploaded to the channel since then. */
export const readBack = async (
  access: Access<YoutubeSettings>,
  since: Millis,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
): Promise<ReadBack> => {
  try {
    const { entries, whole } = await uploadsSince(access, signRequests(access, oauth), since)
    const oldest = Date.parse(entries.at(-1)?.snippet.publishedAt ?? '')
    return { kind: 'read', posts: entries.map(postOf), from: whole || Number.isNaN(oldest) ? since : oldest }
  } catch (error) {
    const { failure } = outcomeOf(error, await googleManners(access, YOUTUBE_WORDS, tools), tools)
    return { kind: 'failed', failure }
  }
}

const postOf = ({ snippet, contentDetails }: Entry): NativePost => {
  const { title, description, thumbnails = {} } = snippet
  const url = (thumbnails['medium'] ?? thumbnails['default'])?.url
  const text = description.startsWith(title) ? description : [title, description].filter(Boolean).join('\n\n')
  return {
    remote: remoteOf(contentDetails.videoId, { options: {} }),
    text,
    at: Date.parse(contentDetails.videoPublishedAt ?? snippet.publishedAt),
    pictures: url === undefined ? [] : [{ url, alt: '' }],
  }
}
