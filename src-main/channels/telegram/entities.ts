import type { Emphasis } from '../../core/rich-text.ts'

/** The Bot API's names for what stands out in a text (MessageEntity). */
const TYPES = { bold: 'bold', italic: 'italic', strike: 'strikethrough', code: 'code', link: 'text_link' } as const

/** Emphasis as the Bot API is told it, which counts in UTF-16 units as well; undefined where there is none. */
export const entitiesOf = (emphasis: readonly Emphasis[]) =>
  emphasis.length === 0
    ? undefined
    : emphasis.map((one) => ({
        type: TYPES[one.kind],
        offset: one.start,
        length: one.end - one.start,
        ...(one.kind === 'link' && { url: one.href }),
      }))
