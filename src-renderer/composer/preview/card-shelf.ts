import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Output } from '../../../src-preload/contract/methods.ts'
import type { Timers } from '../../time/timers.ts'

/** What a page says of itself on its card. */
export type PageCard = { title: string; summary: string; pictured: boolean }
/** `unread`: nobody has answered yet. `unknown`: the page cannot be read from here. */
export type CardState = { kind: 'unread' | 'unknown' } | { kind: 'read'; card: PageCard }

type Read = (url: string) => Promise<Reply<Output<'writing.assets'>>>

/** An address is not asked while it is still being typed, in milliseconds. */
const REST = 800
const KEPT = 50

export type CardShelf = {
  /** Tells at once what is known, and again when more is; returns the way to stop. */
  follow(url: string, tell: (state: CardState) => void): () => void
}

/** Reads pages for their cards, each once; what was read last is kept. */
export const createCardShelf = (read: Read, timers: Timers): CardShelf => {
  const known = new Map<string, CardState>()
  return {
    follow: (url, tell) => {
      const before = known.get(url)
      tell(before ?? { kind: 'unread' })
      if (before) return () => {}
      let gone = false
      const ask = async (): Promise<void> => {
        const state = stateOf(await read(url))
        known.set(url, state)
        for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(oldest)
        if (!gone) tell(state)
      }
      const callOff = timers.after(REST, () => void ask())
      return () => {
        gone = true
        callOff()
      }
    },
  }
}

const stateOf = (reply: Awaited<ReturnType<Read>>): CardState => {
  const [page] = reply.ok ? reply.value.entries : []
  return page
    ? { kind: 'read', card: { title: page.title, summary: page.summary, pictured: page.image !== null } }
    : { kind: 'unknown' }
}
