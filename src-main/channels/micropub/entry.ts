import type { Draft } from '../channel.ts'
import { articleOf } from '../kit/article/article-of.ts'
import { MICROPUB, micropubOptions } from '../rules/micropub.ts'
import type { Offers } from './settings.ts'

/** A file as the site keeps it. */
export type Kept = { url: string; mime: string; alt: string }

type Properties = Record<string, readonly (string | object)[]>

export const toldOf = ({ options }: Pick<Draft, 'options'>) => micropubOptions.safeParse(options).data ?? {}

/** What a text, its heading and its categories are as properties of an entry: what an edit replaces. */
export const wordsAsEntry = (draft: Draft): Properties => {
  const { title, paragraphs } = articleOf(MICROPUB, draft)
  const text = draft.text.toWellFormed().trim()
  const { summary } = toldOf(draft)
  const categories = categoriesOf(draft)
  const isRich = draft.emphasis.length > 0
  return {
    ...(title !== '' && { name: [title] }),
    ...(text !== '' && {
      content: [isRich ? { html: paragraphs.map((inner) => `<p>${inner}</p>`).join('\n') } : text],
    }),
    ...(summary !== undefined && { summary: [summary.toWellFormed()] }),
    ...(categories.length > 0 && { category: categories }),
  }
}

const categoriesOf = (draft: Draft): string[] => {
  const named = [...(toldOf(draft).categories ?? []), ...draft.tags].map((name) => name.trim().replace(/^#/, ''))
  return [...new Set(named)].filter((name) => name !== '').map((name) => name.toWellFormed())
}

/** What an entry is told beside its words, and the commands to the site. */
export const besideOf = (
  draft: Draft,
  about: { slug: string; at: number; offers: Offers | undefined },
): Record<string, readonly string[]> => {
  const { status, visibility, syndicate_to, in_reply_to } = toldOf(draft)
  return {
    published: [new Date(about.at).toISOString()],
    'mp-slug': [about.slug],
    ...(status !== undefined && { 'post-status': [status] }),
    ...(visibility !== undefined && { visibility: [visibility] }),
    ...(in_reply_to !== undefined && { 'in-reply-to': [in_reply_to] }),
    ...(syndicate_to !== undefined &&
      syndicate_to.length > 0 && { 'mp-syndicate-to': syndicate_to.map((one) => uidOf(one, about.offers) ?? one) }),
  }
}

/** What the site calls a place for copies that a person names; null: it knows none such. */
export const uidOf = (wanted: string, offers: Offers | undefined): string | null => {
  const same = (one: string) => one.toLowerCase() === wanted.trim().toLowerCase()
  return offers?.syndicateTo.find(({ uid, name }) => same(uid) || same(name))?.uid ?? null
}

export const placeOf = (mime: string): 'photo' | 'video' => (mime.startsWith('video/') ? 'video' : 'photo')

export const filesAsEntry = (files: readonly Kept[]): Properties => {
  const all: Record<string, (string | object)[]> = {}
  for (const { url, mime, alt } of files) {
    const value = alt.trim() === '' ? url : { value: url, alt: alt.toWellFormed() }
    ;(all[placeOf(mime)] ??= []).push(value)
  }
  return all
}
