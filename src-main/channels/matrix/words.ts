import type { Emphasis } from '../../core/rich-text.ts'
import type { Draft } from '../channel.ts'
import { articleOf } from '../kit/article/article-of.ts'
import { MATRIX } from '../rules/matrix.ts'

/** Names of people as they stand in a text: `@name:server`. */
const NAME = /(?<![\w@/])@[a-z0-9._=/+-]+:[a-z0-9.-]+(?::\d+)?(?<![.:-])/gi

/** What a text says, plain and with its emphasis, and whom it names. */
export type Words = {
  body: string
  format?: 'org.matrix.custom.html'
  formatted_body?: string
  'm.mentions': { user_ids?: readonly string[] }
}

export const wordsOf = (draft: Draft): Words => {
  const body = draft.text.toWellFormed()
  const named = [...body.matchAll(NAME)].map(({ 0: name, index }) => ({ name, start: index, end: index + name.length }))
  const users = [...new Set(named.map(({ name }) => name))]
  const links = named
    .filter(({ start, end }) => !draft.emphasis.some((one) => one.start < end && one.end > start))
    .map(({ name, start, end }): Emphasis => ({ kind: 'link', start, end, href: addressOf(name) }))
  const emphasis = [...draft.emphasis, ...links].toSorted((a, b) => a.start - b.start || b.end - a.end)
  const mentions = { 'm.mentions': users.length > 0 ? { user_ids: users } : {} }
  return emphasis.length === 0
    ? { body, ...mentions }
    : { body, format: 'org.matrix.custom.html', formatted_body: htmlOf({ ...draft, emphasis }), ...mentions }
}

/** One paragraph needs no marks of its own. */
const htmlOf = (draft: Draft): string => {
  const { paragraphs } = articleOf(MATRIX, draft)
  return paragraphs.length === 1 ? (paragraphs[0] ?? '') : paragraphs.map((inner) => `<p>${inner}</p>`).join('')
}

/** The address of a person, a room or an event, which any Matrix program opens. */
export const addressOf = (...ids: readonly string[]): string =>
  `https://matrix.to/#/${ids.map((id) => encodeURIComponent(id)).join('/')}`
