import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import { refuse } from '../../core/refusal.ts'
import type { Draft, Work } from '../channel.ts'
import { placeOf } from '../google/places.ts'
import type { SignedRequests } from '../kit/oauth/signed-requests.ts'
import { googleBusinessOptions } from '../rules/google-business.ts'
import type { GoogleBusinessSettings } from './settings.ts'

/** A post as the interface tells of it, as far as it is looked at. */
export const localPost = z.object({
  name: z.string().min(1),
  summary: z.string().default(''),
  createTime: z.string().optional(),
  state: z.string().optional(),
  searchUrl: z.string().optional(),
  topicType: z.string().optional(),
  event: z.looseObject({ title: z.string().optional() }).optional(),
  media: z.array(z.looseObject({ googleUrl: z.string().optional(), thumbnailUrl: z.string().optional() })).optional(),
})
export type LocalPost = z.infer<typeof localPost>

const page = z.object({ localPosts: z.array(localPost).default([]), nextPageToken: z.string().optional() })

/** Ids such as `accounts/1/locations/2/localPosts/3` are places. */
export const postUrl = (
  { server }: GoogleBusinessSettings,
  name: string,
  query: Readonly<Record<string, string>> = {},
) => {
  const url = placeOf(
    `https://mybusiness.googleapis.com/v4/${name.split('/').map(encodeURIComponent).join('/')}`,
    server,
  )
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
  return url
}

export const remoteOf = ({ name, searchUrl }: LocalPost): Remote => ({
  id: name,
  url: searchUrl !== undefined && searchUrl.startsWith('https:') ? searchUrl : null,
  parts: [],
})

/** The location that a post is for. Refuses a post without one. */
export const locationOf = ({ destination }: Pick<Work<unknown>, 'destination'>): string =>
  destination ??
  refuse('invalid-input', 'A post needs a location, and none is chosen.', 'Choose one for this account.', {
    field: 'options',
  })

/** What is told of a new post, without its photo. */
export const bodyOf = (draft: Draft) => ({ topicType: topicOf(draft), ...contentOf(draft) })

const topicOf = ({ options }: Draft) =>
  options['offer'] !== undefined ? 'OFFER' : options['event'] !== undefined ? 'EVENT' : 'STANDARD'

/** What of it can be changed later. */
export const contentOf = (draft: Draft) => {
  const known = Object.keys(googleBusinessOptions.shape).map((name) => [name, draft.options[name]])
  const {
    call_to_action: button,
    event,
    offer,
    language_code: languageCode,
  } = googleBusinessOptions.parse(Object.fromEntries(known))
  return {
    summary: draft.text.trim().toWellFormed(),
    ...(languageCode !== undefined && { languageCode }),
    // Offers have a button of their own, and the one that calls has no address.
    ...(button &&
      !offer && {
        callToAction: {
          actionType: button.action_type,
          ...(button.action_type !== 'CALL' && button.url !== undefined && { url: button.url }),
        },
      }),
    ...(event && { event: { title: event.title, schedule: scheduleOf(event) } }),
    ...(offer && {
      offer: {
        ...(offer.coupon_code !== undefined && { couponCode: offer.coupon_code }),
        ...(offer.redeem_url !== undefined && { redeemOnlineUrl: offer.redeem_url }),
        ...(offer.terms !== undefined && { termsConditions: offer.terms }),
      },
    }),
  }
}

type Event = NonNullable<z.infer<typeof googleBusinessOptions>['event']>

/** Without times it lasts from the beginning of the first day to the end of the last. */
const scheduleOf = ({ start, end, start_time: from = '00:00', end_time: to = '23:59' }: Event) => ({
  startDate: dateOf(start),
  startTime: timeOf(from),
  endDate: dateOf(end),
  endTime: timeOf(to),
})

const dateOf = (date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return { year, month, day }
}

const timeOf = (time: string) => {
  const [hours, minutes] = time.split(':').map(Number)
  return { hours, minutes, seconds: 0, nanos: 0 }
}

/** Pages of 100 that are read at most. */
const MAX_PAGES = 10

/** What stands at a location since then, newest first; `whole`: all of it. */
export const postsSince = async (
  settings: GoogleBusinessSettings,
  requests: SignedRequests,
  location: string,
  since: Millis,
): Promise<{ posts: LocalPost[]; whole: boolean }> => {
  const posts: LocalPost[] = []
  let next: string | undefined
  for (let read = 0; read < MAX_PAGES; read++) {
    const query = { pageSize: '100', ...(next && { pageToken: next }) }
    const found = await requests.read(postUrl(settings, `${location}/localPosts`, query), page)
    const young = found.localPosts.filter((one) => !(madeAt(one) < since))
    posts.push(...young)
    next = found.nextPageToken
    if (!next || (found.localPosts.length > 0 && young.length === 0)) return { posts, whole: true }
  }
  return { posts, whole: false }
}

export const madeAt = ({ createTime }: LocalPost): Millis => Date.parse(createTime ?? '')

/** By how much a post may seem older than the request that made it. */
const SLACK: Millis = 120_000

/** The oldest post with these very words among what was made since the first attempt. */
export const findPost = async (
  work: Work<GoogleBusinessSettings>,
  requests: SignedRequests,
): Promise<LocalPost | null> => {
  const asked = bodyOf(work.draft)
  const from = Number(work.marker ?? work.at) - SLACK
  const { posts } = await postsSince(work.settings, requests, locationOf(work), from)
  const isSame = ({ summary, event, topicType }: LocalPost) =>
    bare(summary) === bare(asked.summary) &&
    (topicType === undefined || topicType === asked.topicType) &&
    bare(event?.title ?? '') === bare(asked.event?.title ?? '')
  return posts.findLast(isSame) ?? null
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
