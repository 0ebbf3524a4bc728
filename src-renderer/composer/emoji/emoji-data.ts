/** One sign: what it is called, what else it is found by, and the group that it belongs to. */
export type Emoji = { sign: string; name: string; words: string; group: number }

type Compact = { hexcode: string; label: string; unicode: string; tags?: readonly string[]; group?: number }
type Shortcodes = Readonly<Record<string, string | readonly string[]>>

/** Skin tones and parts of signs, which stand for nothing by themselves. */
const PARTS = 2

let read: { tongue: string; entries: Promise<readonly Emoji[]> } | null = null

/** Every sign, named in the language; the English short names are understood in each. Read once, when first wanted. */
export const loadEmoji = (language: string): Promise<readonly Emoji[]> => {
  const tongue = language.startsWith('de') ? 'de' : 'en'
  if (read?.tongue !== tongue) read = { tongue, entries: readEmoji(tongue) }
  return read.entries
}

const readEmoji = async (tongue: 'de' | 'en'): Promise<readonly Emoji[]> => {
  const [{ default: signs }, { default: short }] = await Promise.all([
    tongue === 'de' ? import('emojibase-data/de/compact.json') : import('emojibase-data/en/compact.json'),
    import('emojibase-data/en/shortcodes/github.json'),
  ])
  return (signs as readonly Compact[]).flatMap(({ hexcode, label, unicode, tags = [], group }) => {
    if (group === undefined || group === PARTS) return []
    const codes = (short as Shortcodes)[hexcode] ?? []
    const words = [typeof codes === 'string' ? codes : codes.join(' '), label, ...tags].join(' ').toLowerCase()
    return [{ sign: unicode, name: label, words, group }]
  })
}

/** Those that are called so: first by a whole word, then by the beginning of one. */
export const findEmoji = (entries: readonly Emoji[], typed: string, most: number): Emoji[] => {
  const wanted = typed.trim().toLowerCase()
  const rank = ({ words }: Emoji): number => {
    if (words.startsWith(wanted)) return 0
    if (` ${words} `.includes(` ${wanted} `)) return 1
    return ` ${words}`.includes(` ${wanted}`) || words.includes(`_${wanted}`) ? 2 : 3
  }
  const found = entries.map((one) => ({ one, rank: rank(one) })).filter((each) => each.rank < 3)
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((each) => each.one)
}
