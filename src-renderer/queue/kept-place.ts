/** Where a list was looked at: what it showed, its topmost row, and how much was loaded. */
export type KeptPlace = { readonly filter: string; readonly itemId: string; readonly loaded: number }

const PLACE = 'posthorn.queue-place'
const WIDTH = 'posthorn.panel-width'

/** What the queue remembers from one look to the next. Losing it costs nobody anything. */
export type QueueMemory = {
  place(): KeptPlace | null
  keepPlace(place: KeptPlace): void
  /** Of the details beside the list, in rem; null: as it comes. */
  panelWidth(): number | null
  keepPanelWidth(rem: number): void
}

export const createQueueMemory = (storage: Pick<Storage, 'getItem' | 'setItem'>): QueueMemory => {
  const read = (key: string): string | null => {
    try {
      return storage.getItem(key)
    } catch {
      return null
    }
  }
  const write = (key: string, value: string): void => {
    try {
      storage.setItem(key, value)
    } catch {
      // Storage is full or shut; then it is not kept.
    }
  }
  return {
    place: () => {
      const [filter = '', itemId = '', loaded = ''] = (read(PLACE) ?? '').split('\n')
      return filter === '' ? null : { filter, itemId, loaded: Number.parseInt(loaded, 10) || 0 }
    },
    keepPlace: ({ filter, itemId, loaded }) => write(PLACE, [filter, itemId, loaded].join('\n')),
    panelWidth: () => {
      const width = Number.parseFloat(read(WIDTH) ?? '')
      return Number.isFinite(width) ? width : null
    },
    keepPanelWidth: (rem) => write(WIDTH, String(rem)),
  }
}

/** This window's. */
export const queueMemory = createQueueMemory(
  globalThis.localStorage ?? { getItem: () => null, setItem: () => undefined },
)
