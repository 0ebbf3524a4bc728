import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { queueMemory } from './kept-place.ts'
import type { QueueLine } from './day-groups.ts'

/** More than so many rows are not loaded only to find back to a place. */
const MOST = 1000
/** How long the list rests before its place is kept, in milliseconds. */
const REST = 250

/** Brings the list back to where it was looked at last, and remembers where it is. `filter`: what it shows, in words. */
export const useKeptScroll = (
  virtual: Virtualizer<HTMLDivElement, Element>,
  lines: readonly QueueLine[],
  filter: string,
): void => {
  const restored = useRef(false)
  useEffect(() => {
    if (restored.current) return
    const kept = queueMemory.place()
    const index = lines.findIndex((line) => line.kind === 'row' && line.row.id === kept?.itemId)
    if (kept === null || kept.filter !== filter || index <= 1) {
      restored.current = kept === null || kept.filter !== filter || lines.length >= kept.loaded
      return
    }
    restored.current = true
    virtual.scrollToIndex(index, { align: 'start' })
  }, [virtual, lines, filter])

  const offset = virtual.scrollOffset ?? 0
  useEffect(() => {
    if (!restored.current) return
    const timer = setTimeout(() => {
      const first = virtual.getVirtualItems().find(({ end, index }) => end > offset && lines[index]?.kind === 'row')
      const line = first && lines[first.index]
      if (line?.kind !== 'row') return
      const loaded = Math.min(MOST, line.index + 100)
      queueMemory.keepPlace({ filter, itemId: offset === 0 ? '' : line.row.id, loaded: offset === 0 ? 0 : loaded })
    }, REST)
    return () => clearTimeout(timer)
  }, [virtual, lines, filter, offset])
}
