import type { z } from 'zod'
import type { EmphasisKind, Look, Mark } from '../../../src-preload/contract/model/channel.ts'

/*
 * What networks take, as data: each number stands in one place, with where it was read and when. What a network tells of
 * itself while it is asked wins over these.
 */

/** What a post can be asked to be. Programs name it in the option `type`; without it a post is what its content is. */
export const POST_TYPES = [
  'POST',
  'TEXT',
  'LINK',
  'IMAGE',
  'VIDEO',
  'CAROUSEL',
  'STORY',
  'REEL',
  'SHORT',
  'DOCUMENT',
  'ARTICLE',
] as const
export type PostType = (typeof POST_TYPES)[number]

/**
 * How text is counted. `utf16`: units of UTF-16, where a network does not say what it counts; `weighted`: X's own way;
 * `fediverse`: Mastodon's own way; `emoji-bytes`: code points, emoji as their bytes in UTF-8.
 */
export type Counting = PlainCounting | 'weighted' | 'fediverse'
/** Those that need no library. */
export type PlainCounting = 'utf16' | 'graphemes' | 'bytes' | 'emoji-bytes'

/** `link`: what an address counts in the `fediverse`, 23 when left out; null: as long as it is. */
export type TextLimit = { max: number; counting: Counting; link?: number | null }

/** Least and most. */
export type Span = readonly [least: number, most: number]

/** A combination that a network takes. */
export type Content = {
  /** Files in all. */
  media: Span
  images?: number
  videos?: number
  documents?: number
  /** Images and videos side by side; without it one or the other. */
  mixed?: true
  /** Whether words are needed, may be there, or are not shown; nothing at all is never enough. */
  words: 'needed' | 'optional' | 'not-shown'
  /** The text has a link. */
  link?: true
  /** Text limits of its own, in place of the network's. */
  text?: readonly TextLimit[]
  /** Length of a video in seconds. */
  seconds?: Span
}

export type ImageRules = {
  mimes: readonly string[]
  maxBytes: number
  /** Pixels of the longer side. */
  maxSide?: number
  /** Pixels of the shorter side. */
  minSide?: number
  /** Width divided by height. */
  ratio?: Span
  /** Moving images: taken as they are up to this size, alone. Without it only their first frame is. */
  moving?: { maxBytes: number }
}

export type VideoRules = {
  mimes: readonly string[]
  maxBytes: number
  minBytes?: number
  /** Length in seconds. */
  seconds?: Span
  /** Width divided by height. */
  ratio?: Span
  /** Pixels of the longer side. */
  maxSide?: number
  /** Pixels of the shorter side. */
  minSide?: number
  maxFrameRate?: number
}

/** Files that are read page by page. */
export type DocumentRules = { mimes: readonly string[]; maxBytes: number }

/** Where the rest of a text is hidden behind a word such as `more`. `about`: seen there, not documented. */
export type FoldRule = { characters?: number; lines?: number; about?: true; source: string }

export type NetworkRules = {
  key: string
  name: string
  mark: Mark
  /** The day the sources were read. */
  read: string
  sources: readonly string[]
  /** All of them hold; none: no limit. */
  text: readonly TextLimit[]
  /** An option whose text counts with every part. */
  countedOption?: string
  /** A heading beside the text: the option `title`, or as `option` names it, else where it is needed the first line. */
  title: { max: number; needed: boolean; option?: string } | null
  /** What may stand in a text so often. */
  most?: { hashtags?: number; mentions?: number }
  /** What a text must not have, and what it is in words. */
  never?: { pattern: RegExp; what: string }
  images: ImageRules | null
  videos: VideoRules | null
  /** Left out: it takes none. */
  documents?: DocumentRules
  /** Characters of the description of a file; null: it takes none, or any length. */
  altMax: number | null
  /** It refuses a description that is longer. */
  altHeld?: true
  /** It has no place for descriptions. */
  altless?: true
  /** What it takes when no type is named; one of them fits. */
  content: readonly [Content, ...Content[]]
  types: Partial<Record<PostType, readonly [Content, ...Content[]]>>
  thread: boolean
  edits: { withinMinutes: number | null; max: number | null } | null
  /** An edit gives the post another id. */
  editMakesId?: true
  unpublish: boolean
  /** For each account. */
  rates: readonly { posts: number; seconds: number }[]
  /** What an account publishes to one of, such as `page`; null: to itself. */
  destinations: string | null
  /** What a post can be told, beside its type. */
  options: z.ZodRawShape
  /** What it can show of rich text; left out: nothing. */
  emphasis?: readonly EmphasisKind[]
  /** What stands before a name and a tag in the address of their page. */
  addresses?: { profile: string; tag: string }
  /** Left out: it shows all of a text, or nobody knows where it does not. */
  fold?: FoldRule
  /** How a post stands there; left out: words with a block of files below. */
  look?: Omit<Look, 'filesFirst'> & { filesFirst?: true }
}

export const MEBIBYTE = 1024 * 1024
export const MEGABYTE = 1_000_000

export const JPEG = 'image/jpeg'
export const PNG = 'image/png'
export const WEBP = 'image/webp'
export const GIF = 'image/gif'
export const MP4 = 'video/mp4'
export const MOV = 'video/quicktime'
export const WEBM = 'video/webm'
export const PDF = 'application/pdf'

/* Combinations that many networks share. */

export const words: Content = { media: [0, 0], words: 'needed' }
export const linked: Content = { ...words, link: true }
export const oneImage: Content = { media: [1, 1], images: 1, words: 'optional' }
export const oneVideo: Content = { media: [1, 1], videos: 1, words: 'optional' }
export const oneOfEither: Content = { media: [1, 1], images: 1, videos: 1, words: 'optional' }
export const images = (least: number, most: number): Content => ({
  media: [least, most],
  images: most,
  words: 'optional',
})
