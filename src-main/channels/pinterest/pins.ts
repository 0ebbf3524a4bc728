import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import { refuse } from '../../core/refusal.ts'
import type { Draft, Work } from '../channel.ts'
import type { SignedRequests } from '../kit/oauth/signed-requests.ts'
import { pinterestOptions } from '../rules/pinterest.ts'
import type { PinterestSettings } from './settings.ts'

const words = z.string().nullish()

/** A pin as the interface tells of it, as far as it is looked at. */
export const pin = z.object({
  id: z.string().min(1),
  created_at: z.string().nullish(),
  title: words,
  description: words,
  link: words,
  alt_text: words,
  board_id: words,
  media: z
    .looseObject({ images: z.record(z.string(), z.looseObject({ url: z.string().optional() })).nullish() })
    .nullish(),
})
export type Pin = z.infer<typeof pin>

const pageOf = <T>(item: z.ZodType<T>) => z.object({ items: z.array(item), bookmark: z.string().nullish() })

/** An address under `/v5`. */
export const pinterestUrl = (
  { server }: PinterestSettings,
  path: string,
  query: Readonly<Record<string, string>> = {},
): URL => {
  const url = new URL(`/v5/${path}`, server)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

export const remoteOf = (id: string): Remote => ({ id, url: `https://www.pinterest.com/pin/${id}/`, parts: [] })

/** Times of Pinterest without a zone are in UTC. */
export const timeOf = ({ created_at: made }: Pin): Millis =>
  Date.parse(made != null && /T[\d:.]+$/.test(made) ? `${made}Z` : (made ?? ''))

/** Entries of a list, page after page, for as long as they are wanted; `whole`: to its end, or as far as that. */
export const readPages = async <T>(
  settings: PinterestSettings,
  requests: SignedRequests,
  path: string,
  item: z.ZodType<T>,
  goesOn: (page: readonly T[]) => boolean = () => true,
): Promise<{ items: T[]; whole: boolean }> => {
  const items: T[] = []
  let bookmark: string | null | undefined
  for (let read = 0; read < MAX_PAGES; read++) {
    const url = pinterestUrl(settings, path, { page_size: String(PAGE), ...(bookmark && { bookmark }) })
    const page = await requests.read(url, pageOf(item))
    items.push(...page.items)
    bookmark = page.bookmark
    if (!bookmark || (page.items.length > 0 && !goesOn(page.items))) return { items, whole: true }
  }
  return { items, whole: false }
}
const PAGE = 100
const MAX_PAGES = 10

/** The account's own pins since then, newest first. */
export const pinsSince = async (settings: PinterestSettings, requests: SignedRequests, since: Millis) => {
  const isYoung = (one: Pin) => !(timeOf(one) < since)
  const { items, whole } = await readPages(settings, requests, 'pins', pin, (page) => page.some(isYoung))
  return { pins: items.filter(isYoung), whole }
}

/** What a post is told, as far as it is known. */
export const toldIn = ({ options }: Pick<Draft, 'options'>) => {
  const known = Object.keys(pinterestOptions.shape).map((name) => [name, options[name]])
  return pinterestOptions.parse(Object.fromEntries(known))
}

/** The board that a post is for. Refuses a post without one. */
export const boardOf = ({ draft, destination }: Pick<Work<unknown>, 'draft' | 'destination'>): string =>
  toldIn(draft).board_id ??
  destination ??
  refuse('invalid-input', 'A pin needs a board, and none is chosen.', 'Choose one for this account.', {
    field: 'options',
  })

/** The words of a pin. */
export const wordsOf = (draft: Draft) => {
  const { title, link } = toldIn(draft)
  const alt = draft.media.find((file) => file.alt.trim() !== '')?.alt.trim()
  const description = draft.text.trim()
  return {
    ...(title !== undefined && { title: title.toWellFormed() }),
    ...(description !== '' && { description: description.toWellFormed() }),
    ...(link !== undefined && { link }),
    ...(alt !== undefined && { alt_text: alt.toWellFormed() }),
  }
}

/** By how much a pin may seem older than the request that made it. */
const SLACK: Millis = 120_000

/** The oldest pin on the board with these very words among what was made since the first attempt. */
export const findPin = async (work: Work<PinterestSettings>, requests: SignedRequests): Promise<Pin | null> => {
  const board = boardOf(work)
  const asked = wordsOf(work.draft)
  const { pins } = await pinsSince(work.settings, requests, Number(work.marker ?? work.at) - SLACK)
  const isSame = (one: Pin) =>
    one.board_id === board &&
    bare(one.title) === bare(asked.title) &&
    bare(one.description) === bare(asked.description) &&
    bare(one.alt_text) === bare(asked.alt_text) &&
    sameLink(one.link, asked.link)
  return pins.findLast(isSame) ?? null
}

const bare = (text: string | null | undefined): string => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()

/** Pinterest writes addresses in its own way, with a stroke at the end or without. */
const sameLink = (one: string | null | undefined, other: string | undefined): boolean => {
  const plain = (link: string | null | undefined) =>
    URL.canParse(link ?? '') ? new URL(link ?? '').href : (link ?? '')
  return plain(one).replace(/\/$/, '') === plain(other).replace(/\/$/, '')
}
