import { type KeyboardEvent, useState } from 'react'
import { textOf } from '../draft/draft.ts'
import { useSession } from '../use-session.ts'
import { writeSelected } from './field-selection.ts'
import type { Offer } from './offer.ts'
import { type TypedWord, wordAt } from './typed-word.ts'
import { useKnownOffers } from './use-known-offers.ts'
import { useMentionOffers } from './use-mention-offers.ts'

export type Offers = {
  /** The word being typed; null while none is, or while the person wants nothing offered. */
  typed: TypedWord | null
  entries: readonly Offer[]
  /** Names of channels that could not be asked. */
  failed: readonly string[]
  /** Index of the one that Enter takes; -1 where it makes a new line until one is chosen. */
  active: number
  setActive(index: number): void
  /** The caret is somewhere else, or the text is another. */
  look(field: HTMLTextAreaElement): void
  /** Takes the keys that belong to the list; whether it did. */
  press(event: KeyboardEvent): boolean
  pick(entry: Offer): void
  close(): void
}

/** Offers names, hashtags, emoji and templates while one of them is typed in the text. */
export const useOffers = (): Offers => {
  const session = useSession()
  const [typed, setTyped] = useState<TypedWord | null>(null)
  /** Where the sign stands behind which nothing is wanted. */
  const [unwanted, setUnwanted] = useState<number | null>(null)
  const [marked, setMarked] = useState<number | null>(null)
  const mentions = useMentionOffers()
  const known = useKnownOffers(typed)
  const entries = typed?.kind === 'mention' ? mentions.offers : known
  const failed = typed?.kind === 'mention' ? mentions.failed : []

  const set = (next: TypedWord | null): void => {
    if (next?.start !== typed?.start || next?.name !== typed?.name || next?.kind !== typed?.kind) {
      setMarked(null)
      mentions.ask(next?.kind === 'mention' ? next.name : null)
    }
    setTyped(next)
  }
  const close = (): void => {
    setUnwanted(typed?.start ?? null)
    set(null)
  }
  const pick = (entry: Offer): void => {
    if (typed === null) return
    const { draft, scope } = session.state.getState()
    const { text, caret } = putOffer(textOf(draft, scope), typed, entry)
    set(null)
    writeSelected(session, { text, start: caret, end: caret })
  }
  // A hashtag may be a new one: nothing is taken for it that was not chosen.
  const first = typed?.kind === 'tag' ? -1 : 0
  const active = Math.min(marked ?? first, entries.length - 1)

  return {
    typed,
    entries,
    failed,
    active,
    setActive: setMarked,
    look: (field) => {
      const caret = field.selectionStart === field.selectionEnd ? field.selectionStart : -1
      const next = caret < 0 ? null : wordAt(field.value, caret)
      if (next === null) setUnwanted(null)
      set(next !== null && next.start === unwanted ? null : next)
    },
    press: (event) => {
      if (typed === null || (entries.length === 0 && failed.length === 0) || event.nativeEvent.isComposing) return false
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      const entry = entries[event.key === 'Tab' ? Math.max(0, active) : active]
      if (event.key === 'Escape') close()
      else if (entries.length === 0) return false
      else if (event.key === 'ArrowDown') setMarked((active + 1) % entries.length)
      else if (event.key === 'ArrowUp') setMarked((Math.max(0, active) + entries.length - 1) % entries.length)
      else if (entry !== undefined && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) pick(entry)
      else return false
      return true
    },
    pick,
    close,
  }
}

/** The text with the offer in place of what was typed of it, and the caret behind it. */
export const putOffer = (
  text: string,
  { start, end }: Pick<TypedWord, 'start' | 'end'>,
  { insert, gap }: Pick<Offer, 'insert' | 'gap'>,
): { text: string; caret: number } => {
  const after = text.slice(end)
  const space = gap && !/^\s/.test(after) ? ' ' : ''
  return { text: text.slice(0, start) + insert + space + after, caret: start + insert.length + (gap ? 1 : 0) }
}
