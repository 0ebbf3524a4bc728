import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WordKey } from '../words/en.ts'
import type { EntryGroup } from './groups.ts'
import { type HourRow, sameHourOn, timeAt } from './hours.ts'
import { whyFixed, whyNotAt } from './move-rules.ts'

/** Where a post would come to stand. */
export type Drop = { readonly day: string; readonly at: number | null; readonly place: DOMRect }

/** A post in the hand of the person. */
export type Drag = {
  readonly group: EntryGroup
  readonly x: number
  readonly y: number
  /** Null: over nothing that takes it. */
  readonly drop: Drop | null
  /** Why it would not be taken there. */
  readonly refused: WordKey | null
}

/** Before the pointer has gone so far it is a press, in pixels. */
const SLACK = 5
/** So near to an edge the days scroll, by so much a step, in pixels. */
const EDGE = 40
const STEP = 12

/** Where the hand holds it, in pixels below its top. */
type Grip = { readonly grip: number; readonly lowered: number }

const swallow = (click: MouseEvent): void => click.stopPropagation()

type DragTools = {
  zone: string
  rows: readonly HourRow[]
  /** It has left its place: what lies over the days goes away. */
  onLift: () => void
  onDrop: (group: EntryGroup, drop: Drop, refused: WordKey | null) => void
}

/**
 * Lets posts be dragged by a mouse or pen. The days say where they take a post: `data-drop-day`, and where it stands by
 * its hour `data-drop-rows`. `start` returns at once; a press that does not move stays a press.
 */
export const createDrag = () => {
  let tools: DragTools | null = null
  const state: StoreApi<{ drag: Drag | null }> = createStore<{ drag: Drag | null }>(() => ({ drag: null }))

  /** `lowered`: so many rows it stands below its time where it was taken. */
  const dropAt = (group: EntryGroup, x: number, y: number, { grip, lowered }: Grip): Drop | null => {
    const under = document.elementsFromPoint(x, y)
    const target = under.find((one): one is HTMLElement => one instanceof HTMLElement && one.matches('[data-drop-day]'))
    const day = target?.dataset['dropDay']
    if (target === undefined || day === undefined || tools === null) return null
    const { zone, rows } = tools
    const box = target.getBoundingClientRect()
    const count = Number(target.dataset['dropRows'] ?? 0)
    if (count === 0) return { day, at: sameHourOn(group.at, day, zone), place: box }
    const height = box.height / count
    const row = (y - grip - box.top) / height - lowered
    const at = timeAt(row, day, zone, rows)
    const snapped = Math.round(row * 4) / 4
    return { day, at, place: new DOMRect(box.left, box.top + snapped * height, box.width, height / 2) }
  }

  const start = (group: EntryGroup, event: React.PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const element = event.currentTarget
    const from = { x: event.clientX, y: event.clientY }
    const grip = {
      grip: event.clientY - element.getBoundingClientRect().top,
      lowered: Number(element.closest<HTMLElement>('[data-pushed]')?.dataset['pushed'] ?? 0),
    }
    const scroller = element.closest('.cal-week') ?? element.closest('.cal-scroll')
    let frame = 0
    let latest = from

    const show = (): void => {
      const drop = dropAt(group, latest.x, latest.y, grip)
      const fixed = whyFixed(group.entries[0])
      const refused = fixed ?? (drop === null ? null : whyNotAt(drop.at, Date.now()))
      state.setState({ drag: { group, ...latest, drop, refused } })
    }
    const scroll = (): void => {
      const box = scroller?.getBoundingClientRect()
      if (scroller && box) {
        if (latest.y < box.top + EDGE) scroller.scrollTop -= STEP
        if (latest.y > box.bottom - EDGE) scroller.scrollTop += STEP
      }
      show()
      frame = requestAnimationFrame(scroll)
    }
    const move = (moved: PointerEvent): void => {
      latest = { x: moved.clientX, y: moved.clientY }
      if (state.getState().drag !== null) return
      if (Math.hypot(latest.x - from.x, latest.y - from.y) < SLACK) return
      document.body.dataset['dragging'] = ''
      tools?.onLift()
      scroll()
    }
    const stop = (): void => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', escape, true)
      cancelAnimationFrame(frame)
      delete document.body.dataset['dragging']
      state.setState({ drag: null })
    }
    const drop = (): void => {
      if (state.getState().drag !== null) show()
      const { drag } = state.getState()
      stop()
      if (drag === null) return
      // The press that ends it is not one on the post.
      window.addEventListener('click', swallow, { capture: true })
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
      if (drag.drop !== null) tools?.onDrop(drag.group, drag.drop, drag.refused)
    }
    const escape = (press: KeyboardEvent): void => {
      if (press.key !== 'Escape') return
      press.stopPropagation()
      stop()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', escape, true)
  }

  return {
    state,
    start,
    /** What is on show, and what is done with what is dropped. */
    serve: (by: DragTools): void => {
      tools = by
    },
  }
}
export type Dragging = ReturnType<typeof createDrag>
