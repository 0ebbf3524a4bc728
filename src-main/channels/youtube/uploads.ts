import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import { refuse } from '../../core/refusal.ts'
import type { Access, Work } from '../channel.ts'
import type { SignedRequests } from '../kit/oauth/signed-requests.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import type { YoutubeSettings } from './settings.ts'
import { findVideo, type Video, wordsOf, youtubeUrl } from './videos.ts'

/** Pages of 50 that are read at most. */
const MAX_PAGES = 10
/** By how much a video may seem older than the request that made it. */
const SLACK: Millis = 120_000

const entry = z.object({
  snippet: z.object({
    title: z.string().default(''),
    description: z.string().default(''),
    publishedAt: z.string(),
    thumbnails: z.record(z.string(), z.looseObject({ url: z.string() })).optional(),
  }),
  contentDetails: z.object({ videoId: z.string(), videoPublishedAt: z.string().optional() }),
  status: z.object({ privacyStatus: z.string().optional() }).optional(),
})
export type Entry = z.infer<typeof entry>
const page = z.object({ items: z.array(entry).default([]), nextPageToken: z.string().optional() })

const channels = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        snippet: z.object({
          title: z.string(),
          customUrl: z.string().optional(),
          /** 88, 240 and 800 pixels a side. */
          thumbnails: z
            .object({ medium: z.object({ url: pictureAddress }) })
            .nullable()
            .catch(null),
        }),
        contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }),
      }),
    )
    .default([]),
})

/** The channel of who is signed in. Refuses an account without one. */
export const ownChannel = async ({ settings }: Pick<Access<YoutubeSettings>, 'settings'>, requests: SignedRequests) => {
  const url = youtubeUrl(settings, 'channels', { part: 'snippet,contentDetails', mine: 'true' })
  const [own] = (await requests.read(url, channels)).items
  return (
    own ??
    refuse(
      'rejected-by-channel',
      'This Google account has no YouTube channel.',
      'Make one on youtube.com, or connect the account that has it.',
    )
  )
}

/** What was uploaded since then, newest first; `whole`: all of it. */
export const uploadsSince = async (
  access: Pick<Access<YoutubeSettings>, 'settings'>,
  requests: SignedRequests,
  since: Millis,
): Promise<{ entries: Entry[]; whole: boolean }> => {
  const playlistId =
    access.settings.uploads ?? (await ownChannel(access, requests)).contentDetails.relatedPlaylists.uploads
  const entries: Entry[] = []
  let next: string | undefined
  for (let read = 0; read < MAX_PAGES; read++) {
    const query = {
      part: 'snippet,contentDetails,status',
      playlistId,
      maxResults: '50',
      ...(next && { pageToken: next }),
    }
    const found = await requests.read(youtubeUrl(access.settings, 'playlistItems', query), page)
    const young = found.items.filter(({ snippet }) => Date.parse(snippet.publishedAt) >= since)
    entries.push(...young)
    next = found.nextPageToken
    if (next === undefined || (found.items.length > 0 && young.length === 0)) return { entries, whole: true }
  }
  return { entries, whole: false }
}

/** A video of the same words among what was uploaded since the first attempt. */
export const findUpload = async (work: Work<YoutubeSettings>, requests: SignedRequests): Promise<Video | null> => {
  const { title, description } = wordsOf(work.draft)
  const from = Number(work.marker) - SLACK
  const { entries } = await uploadsSince(work, requests, Number.isFinite(from) ? from : work.at - SLACK)
  const same = entries.findLast(
    ({ snippet }) => bare(snippet.title) === bare(title) && bare(snippet.description) === bare(description),
  )
  return same ? findVideo(work, requests, same.contentDetails.videoId) : null
}

/** Without what a network may change of blanks. */
const bare = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim()
