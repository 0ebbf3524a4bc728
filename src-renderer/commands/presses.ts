type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  isComposing?: boolean
  getModifierState: (key: string) => boolean
}

export const isMac = /mac/i.test(globalThis.navigator?.platform ?? '')

/** Modifiers in the order in which they are written. `Mod` is Cmd on a Mac, Ctrl elsewhere. */
const MODIFIERS = ['Mod', 'Ctrl', 'Meta', 'Alt', 'Shift'] as const
type Modifier = (typeof MODIFIERS)[number]

/** Keys that say nothing by themselves. */
const SILENT = new Set([
  'Control',
  'Meta',
  'Alt',
  'AltGraph',
  'Shift',
  'CapsLock',
  'NumLock',
  'Dead',
  'Process',
  'Unidentified',
  'Compose',
  'Fn',
])

/** How keys are written whose own sign would be taken for something else. */
const WRITTEN: Readonly<Record<string, string>> = { ' ': 'Space', '+': 'Plus', '|': 'Bar' }

/** What stands on these keys of a Latin keyboard, for those whose letters are others. */
const LATIN: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backquote: '`',
}

/** Whether the key writes one sign, and is none with a name such as `Enter`. */
const isSign = (key: string): boolean => /^.$/su.test(key)
const isLetter = (key: string): boolean => /^\p{L}$/u.test(key)

/**
 * The key by what is printed on it. Where it writes no Latin letter (Greek, Russian, Arabic), or where Option makes a
 * sign of it, it is the key's place that counts.
 */
const keyOf = ({ key, code, altKey }: Pressed): string => {
  const foreign = isLetter(key) && !/\p{Script=Latin}/u.test(key)
  if (foreign || (isMac && altKey && isSign(key))) {
    const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? LATIN[code]
    if (place !== undefined) return place.toLowerCase()
  }
  return isLetter(key) ? key.toLowerCase() : (WRITTEN[key] ?? key)
}

/** One press in the one way of writing it: `Mod+Shift+k`, `?`, `Enter`. Null while only a modifier is held or a word is composed. */
export const pressOf = (event: Pressed): string | null => {
  if (event.isComposing === true || event.key === undefined || SILENT.has(event.key)) return null
  const key = keyOf(event)
  // With AltGr it is a sign that is written, though Windows says Ctrl and Alt.
  const sign = event.getModifierState('AltGraph') && isSign(event.key)
  const held: Record<Modifier, boolean> = {
    Mod: !sign && (isMac ? event.metaKey : event.ctrlKey),
    Ctrl: isMac && event.ctrlKey,
    Meta: !isMac && event.metaKey,
    Alt: !sign && event.altKey,
    // In a sign such as `?` it is told already.
    Shift: event.shiftKey && (isLetter(key) || !isSign(event.key) || event.key === ' '),
  }
  return [...MODIFIERS.filter((one) => held[one]), key].join('+')
}

const tidy = (press: string): string => {
  const parts = press.split('+')
  const key = parts.at(-1) ?? ''
  return [...MODIFIERS.filter((one) => parts.slice(0, -1).includes(one)), isLetter(key) ? key.toLowerCase() : key].join(
    '+',
  )
}

/** Presses that follow one another. */
export type Sequence = readonly string[]

/** Keys as they are kept (`Mod+N | g n`), way by way. */
export const readKeys = (keys: string): readonly Sequence[] =>
  keys
    .split(' | ')
    .map((way) => way.split(' ').filter(Boolean).map(tidy))
    .filter((way) => way.length > 0)

export const writeKeys = (ways: readonly Sequence[]): string => ways.map((way) => way.join(' ')).join(' | ')

/** Whether it is a key alone, which writes something in a field. */
export const isBare = (press: string): boolean =>
  !/^(?:Mod|Ctrl|Meta|Alt)\+/.test(press) && !/^(?:Shift\+)?F\d+$/.test(press)
