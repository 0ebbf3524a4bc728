import { type PointerEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import type { Found } from './mention-search.ts'
import type { Mentions } from './use-mentions.ts'
import './mention-list.css'

const LIST_ID = 'mentions'
const optionId = (index: number): string => `mention-${index}`

/** For the text field: which list belongs to it, and which name is marked there. The field itself keeps the keys. */
export const fieldProps = ({ typed, found, active }: Mentions) => ({
  'aria-autocomplete': 'list' as const,
  ...(typed === null || found.length === 0
    ? {}
    : { 'aria-controls': LIST_ID, 'aria-activedescendant': optionId(active) }),
})

const optionProps = (mentions: Mentions, entry: Found, index: number) => ({
  id: optionId(index),
  role: 'option',
  'aria-selected': index === mentions.active,
  // The text keeps the keys.
  onPointerDown: (event: PointerEvent) => event.preventDefault(),
  onPointerMove: () => mentions.setActive(index),
  onClick: () => mentions.pick(entry),
})

const listProps = { role: 'listbox', id: LIST_ID, 'aria-label': 'People to mention' }

/** Space that a list takes at most, in pixels. */
const ROOM = { width: 320, height: 260 }

type Place = { left: number; top: number } | { left: number; bottom: number }

type MentionListProps = { mentions: Mentions; frame: RefObject<HTMLDivElement | null> }

/** The names on offer, at the caret; below the field where there is no room beside it. */
export const MentionList = ({ mentions, frame }: MentionListProps) => {
  const { accounts } = useDesk()
  const { typed, found, failed, active } = mentions
  const offered = found.length > 0 || failed.length > 0
  const start = offered && typed !== null ? typed.start : null
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [around, list] = [frame.current, box.current]
    if (start === null || around === null || list === null) return undefined
    const place = (): void => stand(list, around, start)
    // It calls at once, and again whenever the room there is changes.
    const watch = new ResizeObserver(place)
    watch.observe(around)
    around.addEventListener('scroll', place, { capture: true, passive: true })
    return () => {
      watch.disconnect()
      around.removeEventListener('scroll', place, { capture: true })
    }
  }, [start, frame])
  useLayoutEffect(() => document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' }), [active])

  if (start === null) return null
  return (
    <div className="mentions" ref={box}>
      {found.length > 0 && (
        <div className="mentions-list" {...listProps}>
          {found.map((entry, index) => (
            <div key={`${entry.channel} ${entry.insert}`} className="mention" {...optionProps(mentions, entry, index)}>
              <Avatar name={entry.name} mark={accounts.channel(entry.channel)?.mark} size="small" />
              <span className="mention-who">
                <span className="mention-name">{entry.name}</span>
                <span className="faint">{entry.handle}</span>
              </span>
              <span className="mention-where">{accounts.channel(entry.channel)?.name ?? entry.channel}</span>
            </div>
          ))}
        </div>
      )}
      {failed.length > 0 && <p className="mentions-note">Names at {failed.join(' and ')} cannot be looked up now.</p>}
    </div>
  )
}

/** How many are offered, for those who do not see the list. */
export const MentionCount = ({ mentions: { typed, found } }: { mentions: Mentions }) => (
  <output className="unseen">
    {typed !== null &&
      found.length > 0 &&
      `${found.length === 1 ? 'One name' : `${found.length} names`} found. Arrow keys choose, Enter takes one.`}
  </output>
)

/** Puts the list where the sign stands on the page: the shadow of the text has its words in the same places. */
const stand = (list: HTMLElement, frame: HTMLElement, start: number): void => {
  const place = placeAt(frame, start)
  list.toggleAttribute('data-below', place === null)
  for (const side of ['left', 'top', 'bottom']) list.style.removeProperty(side)
  for (const [side, pixels] of Object.entries(place ?? {})) list.style.setProperty(side, `${pixels}px`)
}

/** Null: there is no room beside it. */
const placeAt = (frame: HTMLElement, start: number): Place | null => {
  const box = frame.getBoundingClientRect()
  const shadow = frame.querySelector('.editor-shadow')
  const sign = shadow === null ? null : rectOf(shadow, start)
  if (sign === null || box.width < ROOM.width * 1.4) return null
  const left = Math.min(Math.max(0, sign.left - box.left), box.width - ROOM.width)
  const fits = sign.bottom + ROOM.height < window.innerHeight || sign.top < ROOM.height
  return fits ? { left, top: sign.bottom - box.top + 4 } : { left, bottom: box.bottom - sign.top + 4 }
}

const rectOf = (shadow: Element, at: number): DOMRect | null => {
  const walker = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (at < before + length) {
      const range = document.createRange()
      range.setStart(node, at - before)
      range.setEnd(node, at - before + 1)
      return range.getBoundingClientRect()
    }
    before += length
  }
  return null
}
