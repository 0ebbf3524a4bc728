import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Output } from '../../../src-preload/contract/methods.ts'
import type { Timers } from '../../time/timers.ts'

/** What a page says of itself on its card. `picture`: its bytes in a `data:` address, null until they are here. */
export type PageCard = { title: string; summary: string; pictured: boolean; picture: string | null }
/** `unread`: nobody has answered yet. `unknown`: the page cannot be read from here. */
export type CardState = { kind: 'unread' | 'unknown' } | { kind: 'read'; card: PageCard }

type Reading = {
  page(url: string): Promise<Reply<Output<'writing.assets'>>>
  picture(url: string): Promise<Reply<Output<'writing.picture'>>>
}

/** An address is not asked while it is still being typed, in milliseconds. */
const REST = 800
const KEPT = 50

export type CardShelf = {
  /** Tells at once what is known, and again when more is; returns the way to stop. */
  follow(url: string, tell: (state: CardState) => void): () => void
}

/** Reads pages for their cards, and their pictures after them, each once; what was read last is kept. */
export const createCardShelf = (reading: Reading, timers: Timers): CardShelf => {
  const known = new Map<string, CardState>()
  const keep = (url: string, state: CardState): void => {
    known.set(url, state)
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(oldest)
  }
  return {
    follow: (url, tell) => {
      const before = known.get(url)
      tell(before ?? { kind: 'unread' })
      if (before) return () => {}
      let gone = false
      const learn = (state: CardState): void => {
        keep(url, state)
        if (!gone) tell(state)
      }
      const ask = async (): Promise<void> => {
        const page = pageOf(await reading.page(url))
        if (page === null) return learn({ kind: 'unknown' })
        const card = { title: page.title, summary: page.summary, pictured: page.image !== null, picture: null }
        // The words are not kept waiting for the picture.
        if (!gone) tell({ kind: 'read', card })
        const picture = page.image === null ? null : addressOf(await reading.picture(page.image.url))
        learn({ kind: 'read', card: { ...card, picture } })
      }
      const callOff = timers.after(REST, () => void ask())
      return () => {
        gone = true
        callOff()
      }
    },
  }
}

const pageOf = (reply: Reply<Output<'writing.assets'>>) => (reply.ok ? (reply.value.entries[0] ?? null) : null)

const addressOf = (reply: Reply<Output<'writing.picture'>>): string | null => {
  const picture = reply.ok ? reply.value.picture : null
  return picture && `data:${picture.mime};base64,${picture.data}`
}
