import { escapeHtml } from '../kit/escape-html.ts'

/** A file as the site keeps it. */
export type Kept = { url: string; mime: string; alt: string }

/** Paragraphs and files as Ghost makes cards of them; of a video it makes one only if it is told to leave it as it is. */
export const htmlOf = (paragraphs: readonly string[], files: readonly Kept[]): string =>
  [...paragraphs.map((inner) => `<p>${inner}</p>`), ...files.map(cardOf)].join('\n')

const cardOf = ({ url, mime, alt }: Kept): string => {
  const [src, words] = [escapeHtml(url), escapeHtml(alt)]
  return mime.startsWith('video/')
    ? `<!--kg-card-begin: html--><figure class="kg-card kg-video-card"><video src="${src}" title="${words}" controls></video></figure><!--kg-card-end: html-->`
    : `<figure class="kg-card kg-image-card"><img src="${src}" alt="${words}"></figure>`
}

/** The files of a post as they stand in it, to be kept when its text is changed. */
export const cardsIn = (html: string): string[] =>
  html.match(
    /<!--kg-card-begin: html-->[\s\S]*?<!--kg-card-end: html-->|<figure class="kg-card kg-(?:image|video|gallery)-card[^>]*>[\s\S]*?<\/figure>/g,
  ) ?? []
