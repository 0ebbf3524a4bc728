import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { browserTimers } from '../../time/timers.ts'
import { differs, textOf } from '../draft/draft.ts'
import { useSession } from '../use-session.ts'
import { writeSelected } from './field-selection.ts'
import { type Asked, createMentionSearch, type Found, nameAt, putName, type Typed } from './mention-search.ts'

export type Mentions = {
  /** The name being typed; null while none is, or while the person wants none offered. */
  typed: Typed | null
  found: readonly Found[]
  /** Names of channels that could not be asked. */
  failed: readonly string[]
  /** Index of the one that Enter takes. */
  active: number
  setActive(index: number): void
  /** The caret is somewhere else, or the text is another. */
  look(field: HTMLTextAreaElement): void
  /** Takes the keys that belong to the list; whether it did. */
  press(event: KeyboardEvent): boolean
  pick(entry: Found): void
  close(): void
}

/** Offers names while one is typed in the text. */
export const useMentions = (): Mentions => {
  const session = useSession()
  const { link, accounts } = useDesk()
  const search = useMemo(
    () =>
      createMentionSearch(
        (accountId, typed) => link.bridge.call('accounts.mentions', { accountId, typed }),
        browserTimers,
      ),
    [link],
  )
  const { found, failed } = useStore(search.state)
  const [typed, setTyped] = useState<Typed | null>(null)
  /** Where the sign stands behind which nothing is wanted. */
  const [unwanted, setUnwanted] = useState<number | null>(null)
  const [marked, setMarked] = useState(0)
  useEffect(() => search.stop, [search])

  const whoToAsk = (): Asked[] => {
    const { draft, scope } = session.state.getState()
    return draft.targets.flatMap(({ accountId }) => {
      const account = accounts.account(accountId)
      const about = scope.kind === 'account' ? scope.accountId === accountId : !differs(draft, accountId)
      const can = account !== undefined && accounts.channel(account.channel)?.can.mentions === true
      return about && can ? [{ accountId, channel: account.channel }] : []
    })
  }
  const set = (next: Typed | null): void => {
    if (next?.start !== typed?.start || next?.name !== typed?.name) {
      setMarked(0)
      search.ask(next?.name ?? null, next === null ? [] : whoToAsk())
    }
    setTyped(next)
  }
  const close = (): void => {
    setUnwanted(typed?.start ?? null)
    set(null)
  }
  const pick = (entry: Found): void => {
    if (typed === null) return
    const { draft, scope } = session.state.getState()
    const { text, caret } = putName(textOf(draft, scope), typed, entry.insert)
    set(null)
    writeSelected(session, { text, start: caret, end: caret })
  }
  const active = Math.min(marked, Math.max(0, found.length - 1))

  return {
    typed,
    found,
    failed: failed.map((key) => accounts.channel(key)?.name ?? key),
    active,
    setActive: setMarked,
    look: (field) => {
      const caret = field.selectionStart === field.selectionEnd ? field.selectionStart : -1
      const next = caret < 0 ? null : nameAt(field.value, caret)
      if (next === null) setUnwanted(null)
      set(next !== null && next.start === unwanted ? null : next)
    },
    press: (event) => {
      if (typed === null || (found.length === 0 && failed.length === 0) || event.nativeEvent.isComposing) return false
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key === 'Escape') close()
      else if (found.length === 0) return false
      else if (event.key === 'ArrowDown') setMarked((active + 1) % found.length)
      else if (event.key === 'ArrowUp') setMarked((active + found.length - 1) % found.length)
      else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
        const entry = found[active]
        if (entry === undefined) return false
        pick(entry)
      } else return false
      return true
    },
    pick,
    close,
  }
}
