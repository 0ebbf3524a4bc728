import { z } from 'zod'
import type { Clock, Random } from '../../../core/ports.ts'
import { refuse } from '../../../core/refusal.ts'
import { because } from '../../../core/told.ts'

/**
 * What an article can be found by: its name in the address. One that the person chose may have been taken before;
 * `from` (milliseconds since 1970) is a time before which ours was not there. `key` is nobody else's.
 */
const marker = z.object({ name: z.string().min(1), chosen: z.boolean(), key: z.string().min(1), from: z.number() })
export type NameMarker = z.infer<typeof marker>

const KEY_LENGTH = 6
const NAME_LENGTH = 60

/** Makes a marker; `chosen`: the name that the person wants it to have, else it is made of the title. */
export const makeNameMarker = (title: string, chosen: unknown, tools: { clock: Clock; random: Random }): string => {
  const letters = Array.from({ length: KEY_LENGTH }, () => Math.floor(tools.random() * 36).toString(36))
  const key = `p${letters.join('')}`
  const wanted = typeof chosen === 'string' ? toName(chosen) || chosen.trim().replace(/\s+/g, '-') : ''
  const made = [toName(title).slice(0, NAME_LENGTH).replace(/-+$/, ''), key].filter((part) => part !== '').join('-')
  return JSON.stringify({
    name: wanted || made,
    chosen: wanted !== '',
    key,
    from: tools.clock.now(),
  } satisfies NameMarker)
}

export const readNameMarker = (value: string | null): NameMarker => {
  try {
    return marker.parse(JSON.parse(value ?? ''))
  } catch {
    return refuse(
      'internal',
      'The post has lost the name it was to be found by.',
      'Duplicate the post and send that.',
      { told: because('post-lost-name') },
    )
  }
}

/** A title as it stands in an address; empty where its script has no such letters. */
const toName = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The words of a text without what sites change in it: marks and spaces. */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .match(/[\p{L}\p{N}\p{M}]/gu)
    ?.join('') ?? text.replace(/\s+/g, '')
