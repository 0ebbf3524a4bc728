import { type PointerEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { say, sayList } from '../../words/say.ts'
import type { Offer } from './offer.ts'
import type { OfferKind } from './typed-word.ts'
import type { Offers } from './use-offers.ts'
import './offer-list.css'

const LIST_ID = 'offers'
const optionId = (index: number): string => `offer-${index}`

/** For the text field: which list belongs to it, and which entry is marked there. The field itself keeps the keys. */
export const fieldProps = ({ typed, entries, active }: Offers) => ({
  'aria-autocomplete': 'list' as const,
  ...(typed === null || entries.length === 0 ? {} : { 'aria-controls': LIST_ID }),
  ...(typed === null || active < 0 || entries.length === 0 ? {} : { 'aria-activedescendant': optionId(active) }),
})

const listProps = (kind: OfferKind) => ({ role: 'listbox', id: LIST_ID, 'aria-label': say(`composer.offers-${kind}`) })

const optionProps = (offers: Offers, entry: Offer, index: number) => ({
  id: optionId(index),
  role: 'option',
  'aria-selected': index === offers.active,
  // The text keeps the keys.
  onPointerDown: (event: PointerEvent) => event.preventDefault(),
  onPointerMove: () => offers.setActive(index),
  onClick: () => offers.pick(entry),
})

/** Space that a list takes at most, in pixels. */
const ROOM = { width: 320, height: 260 }

type Place = { left: number; top: number } | { left: number; bottom: number }

type OfferListProps = { offers: Offers; frame: RefObject<HTMLDivElement | null> }

/** What is on offer, at the caret; below the field where there is no room beside it. */
export const OfferList = ({ offers, frame }: OfferListProps) => {
  const { typed, entries, failed, active } = offers
  const offered = entries.length > 0 || failed.length > 0
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

  if (start === null || typed === null) return null
  return (
    <div className="offers" ref={box}>
      {entries.length > 0 && (
        <div className="offers-list" {...listProps(typed.kind)}>
          {entries.map((entry, index) => (
            <div key={entry.key} className="offer" {...optionProps(offers, entry, index)}>
              {entry.face.kind === 'person' ? (
                <Avatar name={entry.name} mark={entry.face.mark} size="small" />
              ) : (
                <span className="offer-sign" aria-hidden="true">
                  {entry.face.sign}
                </span>
              )}
              <span className="offer-who">
                <span className="offer-name">{entry.name}</span>
                {entry.detail !== '' && <span className="faint">{entry.detail}</span>}
              </span>
              {entry.where !== '' && <span className="offer-where">{entry.where}</span>}
            </div>
          ))}
        </div>
      )}
      {failed.length > 0 && (
        <p className="offers-note">{say('composer.names-unknown', { channels: sayList(failed) })}</p>
      )}
    </div>
  )
}

/** How many are offered, for those who do not see the list. */
export const OfferCount = ({ offers: { typed, entries } }: { offers: Offers }) => (
  <output className="unseen">
    {typed !== null &&
      entries.length > 0 &&
      say(typed.kind === 'mention' ? 'composer.names-count' : 'composer.offers-count', { count: entries.length })}
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
