import { z } from 'zod'
import type { Brief } from '../../core/ports.ts'
import { hashtagOf } from '../keywords.ts'

/** One caption as a model wrote it, put in order. */
export type Answer = { text: string; hashtags: string[] }

const MAX_TEXT = 5000

const caption = z.union([
  z.string().transform((text) => ({ text, hashtags: [] as string[] })),
  z.object({ text: z.string(), hashtags: z.array(z.string()).catch([]) }),
])
const answer = z.union([
  z.array(caption),
  z.object({ captions: z.array(caption) }).transform(({ captions }) => captions),
  caption.transform((one) => [one]),
])

/** The captions in what a model said: JSON, if need be from among other words. Empty when there are none. */
export const readAnswer = (said: string, brief: Brief): Answer[] => {
  for (const json of candidates(said.replace(/<think>[\s\S]*?<\/think>/g, ''))) {
    const parsed = answer.safeParse(json)
    if (parsed.success) return parsed.data.map((one) => tidy(one, brief)).filter(({ text }) => text !== '')
  }
  return []
}

/** The whole, what stands in a code fence, and what lies between the outermost braces or brackets. */
const candidates = (said: string): unknown[] => {
  const spans = [['{', '}'] as const, ['[', ']'] as const].map(([open, close]) =>
    said.slice(said.indexOf(open), said.lastIndexOf(close) + 1),
  )
  return [said, /```(?:json)?\s*([\s\S]*?)```/.exec(said)?.[1] ?? '', ...spans].flatMap((text) => {
    try {
      const value = JSON.parse(text) as unknown
      // A bare word or number is no caption, however well it parses.
      return typeof value === 'object' && value !== null ? [value] : []
    } catch {
      return []
    }
  })
}

const TAGS_AT_END = /(?:\s*#[\p{L}\p{M}\p{N}_]+)+\s*$/u

const tidy = ({ text, hashtags }: Answer, brief: Brief): Answer => {
  const clean = withoutStrangeLinks(text, brief)
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .toWellFormed()
    .trim()
  const atEnd = TAGS_AT_END.exec(clean)?.[0] ?? ''
  const tags = [...hashtags, ...atEnd.split('#')].map(hashtagOf).filter((tag) => tag !== null)
  return {
    text: clean
      .slice(0, clean.length - atEnd.length)
      .slice(0, MAX_TEXT)
      .toWellFormed()
      .trim(),
    hashtags: [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()],
  }
}

/** A model may make links up, or be talked into them by a page: only those that were given to it stay. */
const withoutStrangeLinks = (text: string, { about }: Brief): string => {
  const given = about.kind === 'prompt' ? about.text : `${about.asset.title} ${about.asset.summary}`
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s*\b(?:https?:\/\/|www\.)\S+/gi, (link) => (given.includes(link.trim()) ? link : ''))
}
