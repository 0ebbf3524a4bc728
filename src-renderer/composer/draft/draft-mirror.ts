import type { Draft } from './draft.ts'

const PREFIX = 'posthorn.draft.'

/** What a page needs for keeping drafts: `localStorage`, and the locks that tell which tab still lives. */
export type MirrorPlace = {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  locks: Pick<LockManager, 'request'> | null
}

export type Kept = { key: string; draft: Draft; at: number }

/** Every keystroke, written down beside the page until the core has confirmed it. */
export type DraftMirror = {
  /** Claims a key for a draft of this page, so that another tab does not take it for a lost one. */
  open(): { write(draft: Draft): void; clear(): void; close(): void }
  /** Drafts of pages that are gone, taken over from the mirror: newest first. */
  takeLost(): Promise<Kept[]>
}

export const createDraftMirror = ({ storage, locks }: MirrorPlace, now: () => number): DraftMirror => {
  const own = new Set<string>()

  const isFree = async (key: string): Promise<boolean> =>
    locks === null || (await locks.request(key, { ifAvailable: true }, (lock) => lock !== null))

  return {
    open: () => {
      const key = PREFIX + crypto.randomUUID()
      let release = (): void => undefined
      own.add(key)
      // Held for as long as this page writes the draft; the browser lets go of it when the page dies.
      void locks?.request(key, () => new Promise<void>((resolve) => (release = resolve)))
      return {
        write: (draft) => {
          try {
            storage.setItem(key, JSON.stringify({ draft, at: now() }))
          } catch {
            // Storage is full or shut: the draft still lives on the page, and the core is asked to save it.
          }
        },
        clear: () => storage.removeItem(key),
        close: () => {
          own.delete(key)
          release()
        },
      }
    },
    takeLost: async () => {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
      const found: Kept[] = []
      for (const key of keys) {
        if (key === null || !key.startsWith(PREFIX) || own.has(key) || !(await isFree(key))) continue
        const kept = readKept(storage.getItem(key))
        storage.removeItem(key)
        if (kept !== null) found.push({ key, ...kept })
      }
      return found.toSorted((a, b) => b.at - a.at)
    },
  }
}

const readKept = (text: string | null): { draft: Draft; at: number } | null => {
  try {
    const kept = JSON.parse(text ?? 'null') as { draft?: Partial<Draft>; at?: number } | null
    const draft = kept?.draft
    if (typeof draft?.text !== 'string' || !Array.isArray(draft.targets) || typeof kept?.at !== 'number') return null
    // One that was kept before there was a choice means what was done then.
    const { strict = false, numbered = false, rich = false, options = {} } = draft
    return { draft: { ...(draft as Draft), strict, numbered, rich, options }, at: kept.at }
  } catch {
    return null
  }
}
