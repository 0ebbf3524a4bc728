import { escapeHtml } from '../kit/escape-html.ts'

/** A file as the site keeps it. */
export type Kept = { id: number; url: string; mime: string; alt: string }

/** Paragraphs and files as the block editor writes them, so that a person can go on editing them there. */
export const blocksOf = (paragraphs: readonly string[], files: readonly Kept[]): string =>
  [...paragraphs.map((inner) => block('paragraph', null, `<p>${inner}</p>`)), ...files.map(fileBlock)].join('\n\n')

const fileBlock = ({ id, url, mime, alt }: Kept): string => {
  const [src, words] = [escapeHtml(url), escapeHtml(alt)]
  return mime.startsWith('video/')
    ? block('video', { id }, `<figure class="wp-block-video"><video controls src="${src}"></video></figure>`)
    : block(
        'image',
        { id, sizeSlug: 'full', linkDestination: 'none' },
        `<figure class="wp-block-image size-full"><img src="${src}" alt="${words}" class="wp-image-${id}"/></figure>`,
      )
}

const block = (name: string, about: object | null, html: string): string =>
  `<!-- wp:${name}${about ? ` ${JSON.stringify(about)}` : ''} -->\n${html}\n<!-- /wp:${name} -->`

/** The files of a post as they stand in it, to be kept when its text is changed. */
export const fileBlocksIn = (content: string): string[] =>
  content.match(/<!-- wp:(image|video|gallery|audio|file)\b[\s\S]*?<!-- \/wp:\1 -->/g) ?? []
