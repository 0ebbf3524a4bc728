import type { Agent, AppBskyRichtextFacet } from '@atproto/api'
import type { TextRange } from '../../../src-preload/contract/model/post.ts'
import type { Draft } from '../channel.ts'
import { readAnswer } from './failures.ts'

const MENTION = 'app.bsky.richtext.facet#mention'
type Facet = AppBskyRichtextFacet.Main
type Mention = AppBskyRichtextFacet.Mention

/** What in a text will be a link, a mention, a hashtag; found without the network. */
export const findRanges = async (text: string): Promise<TextRange[]> => {
  const ranges: TextRange[] = []
  let start = 0
  for (const segment of (await detect(text)).segments()) {
    const end = start + segment.text.length
    if (segment.link) ranges.push({ start, end, kind: 'link', href: segment.link.uri })
    if (segment.mention) ranges.push({ start, end, kind: 'mention', href: profileUrl(segment.mention.did) })
    if (segment.tag) ranges.push({ start, end, kind: 'tag', href: tagUrl(segment.tag.tag) })
    start = end
  }
  return ranges
}

export type CardPart = { index: number; link: string }

/** The link that becomes a card, and the part it is in: the first one, where no image takes the place. */
export const findCard = async ({ media }: Draft, parts: readonly string[]): Promise<CardPart | null> => {
  if (media.length > 0) return null
  for (const [index, text] of parts.entries()) {
    const link = (await findRanges(text)).find(({ kind }) => kind === 'link')
    if (link) return { index, link: link.href }
  }
  return null
}

/** The facets of a text, mentions resolved; one of somebody who is not there stays plain text. */
export const resolveFacets = async (text: string, agent: Agent): Promise<Facet[]> => {
  const facets = (await detect(text)).facets ?? []
  const resolved = await Promise.all(facets.map((facet) => withMention(facet, agent)))
  return resolved.filter((facet) => facet !== null)
}

const detect = async (text: string) => {
  const { RichText } = await import('@atproto/api')
  const rich = new RichText({ text })
  rich.detectFacetsWithoutResolution()
  return rich
}

const withMention = async (facet: Facet, agent: Agent): Promise<Facet | null> => {
  const mention = facet.features.find((feature) => feature.$type === MENTION)
  if (!mention) return facet
  // Until it is resolved the library keeps the handle in the place of the DID.
  const did = await resolve((mention as Mention).did, agent)
  return did === null ? null : { ...facet, features: [{ $type: MENTION, did }] }
}

/** Null only when the server says that there is nobody of this name: an answer that failed must not cost the mention. */
const resolve = async (handle: string, agent: Agent): Promise<string | null> => {
  try {
    return (await agent.resolveHandle({ handle })).data.did
  } catch (error) {
    if (readAnswer(error).status === 400) return null
    throw error
  }
}

const profileUrl = (handle: string) => `https://bsky.app/profile/${handle}`
const tagUrl = (tag: string) => `https://bsky.app/hashtag/${encodeURIComponent(tag)}`
