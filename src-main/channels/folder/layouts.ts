import type { Cover, Entry } from './entry.ts'
import { slugOf } from './names.ts'

/** How a program that makes sites wants its posts; `plain` is for none. */
export type Layout = {
  /** Where posts lie, below the folder; empty: in it. */
  posts: string
  /** A folder for each post, with the post as `index.md` and its media beside it. */
  bundles: boolean
  /** Where media lie, below the folder; null: beside the post. */
  media: string | null
  /** A file among the media as a post names it. */
  address(file: string): string
  /** Posthorn makes the feeds; others make their own. */
  feeds: boolean
  /** What is in front of the text, beside what all have. */
  matter(entry: Entry, cover: Cover | null): Record<string, unknown>
  /** Where a post stands on the site, below its address; null: its file stands there as it is. */
  page: ((base: string, entry: Pick<Entry, 'date' | 'slug' | 'categories'>) => string) | null
  /** What would be a command in a text of the program's own, and how it is written to be none. */
  commands: readonly (readonly [written: string, guarded: string])[]
}

export const FLAVOURS = ['plain', 'hugo', 'jekyll', 'eleventy', 'astro'] as const
type Flavour = (typeof FLAVOURS)[number]

const LIQUID = [
  ['{{', '&#123;{'],
  ['{%', '&#123;%'],
] as const

export const LAYOUTS: Readonly<Record<Flavour, Layout>> = {
  plain: {
    posts: '',
    bundles: false,
    media: null,
    address: (file) => file,
    feeds: true,
    matter: ({ updated, draft, slug }, cover) => ({
      ...(updated !== null && { updated }),
      slug,
      ...(draft && { draft }),
      ...(cover && { cover: { image: cover.address, alt: cover.alt } }),
    }),
    page: null,
    commands: [],
  },
  hugo: {
    posts: 'content/posts',
    bundles: true,
    media: null,
    address: (file) => file,
    feeds: false,
    matter: ({ updated, draft, base }, cover) => ({
      ...(updated !== null && { lastmod: updated }),
      // With the day in it: two posts of one title must not have one address.
      slug: base,
      draft,
      ...(cover && { images: [cover.address], cover: { image: cover.address, alt: cover.alt, relative: true } }),
    }),
    page: (base) => `posts/${base}/`,
    commands: [
      ['{{<', '{{&lt;'],
      ['{{%', '{{&#37;'],
    ],
  },
  jekyll: {
    posts: '_posts',
    bundles: false,
    media: 'assets/posts',
    address: (file) => `{{ '/assets/posts/${file}' | relative_url }}`,
    feeds: false,
    matter: ({ updated, draft, slug, media }, cover) => ({
      layout: 'post',
      ...(updated !== null && { last_modified_at: updated }),
      slug,
      ...(draft && { published: false }),
      ...(cover && { image: { path: `/assets/posts/${media[0]?.file ?? ''}`, alt: cover.alt } }),
    }),
    page: (base, { categories, slug }) =>
      [...categories.map(slugOf), base.slice(0, 10).replaceAll('-', '/'), `${slug}.html`].join('/'),
    commands: LIQUID,
  },
  eleventy: {
    posts: 'content/blog',
    bundles: false,
    media: 'public/posts',
    address: (file) => `/posts/${file}`,
    feeds: false,
    matter: ({ updated, draft, base }, cover) => ({
      ...(updated !== null && { updated }),
      permalink: `/blog/${base}/`,
      ...(draft && { draft }),
      ...(cover && { image: cover.address, imageAlt: cover.alt }),
    }),
    page: (base) => `blog/${base}/`,
    commands: LIQUID,
  },
  astro: {
    posts: 'src/content/blog',
    bundles: false,
    media: 'public/posts',
    address: (file) => `/posts/${file}`,
    feeds: false,
    matter: ({ date, updated, draft, title, description }, cover) => ({
      pubDate: date,
      ...(updated !== null && { updatedDate: updated }),
      // Its starters want one.
      description: description || title,
      draft,
      ...(cover && { image: { url: cover.address, alt: cover.alt } }),
    }),
    page: (base) => `blog/${base}/`,
    commands: [],
  },
}

/** A text in which nothing is a command to the program. */
export const guard = ({ commands }: Layout, text: string): string =>
  commands.reduce((guarded, [written, instead]) => guarded.replaceAll(written, instead), text)

export const unguard = ({ commands }: Layout, text: string): string =>
  commands.reduce((plain, [written, instead]) => plain.replaceAll(instead, written), text)
