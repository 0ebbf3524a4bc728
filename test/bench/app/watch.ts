import type { Page } from 'playwright-core'

/** One keystroke: what its handlers took of the main thread, and from the press to the end of the frame that shows it. */
export type Stroke = { handlers: number; frame: number }

type Watch = {
  /** Resolves after the frame in which what is awaited stands there; the time since the event that brought it. */
  shown: Promise<number> | null
  strokes: Stroke[]
  /** Tasks that kept the page from answering for longer than 50 ms, each in milliseconds. */
  long: number[]
}

declare global {
  interface Window {
    watch: Watch
  }
}

/** Puts the watch into the page; once for each document. */
export const putWatch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watch: Watch = { shown: null, strokes: [], long: [] }
    window.watch = watch
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.long.push(duration)
    })
    observer.observe({ type: 'longtask' })
    let stroke: (Stroke & { since: number }) | null = null
    let began = 0
    const afterFrame = (done: () => void): void =>
      void requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', done)
        port1.start()
        port2.postMessage(null)
      })
    // First on the way down and last on the way up: between them lie all handlers and what they had rendered.
    for (const kind of ['keydown', 'keypress', 'beforeinput', 'input', 'selectionchange', 'keyup']) {
      window.addEventListener(
        kind,
        (event) => {
          began = performance.now()
          if (kind === 'keydown') {
            stroke = { handlers: 0, frame: 0, since: event.timeStamp }
            watch.strokes.push(stroke)
          }
        },
        true,
      )
      window.addEventListener(kind, () => {
        const mine = stroke
        if (mine === null) return
        mine.handlers += performance.now() - began
        if (kind === 'input') afterFrame(() => (mine.frame = performance.now() - mine.since))
      })
    }
  })

/** What opens a room, and what stands there as soon as it is open. */
export type Opening = { event: 'pointerup' | 'keydown'; shows: string }

/** From the next event of the kind to the end of the frame in which all that is awaited is on the page, in milliseconds. */
export const timeToShown = async (page: Page, { event, shows }: Opening, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(
    ([kind, selector]) => {
      window.watch.shown = new Promise((resolve) => {
        const look = (since: number): void =>
          void requestAnimationFrame(() => {
            if (document.querySelector(selector) === null) return look(since)
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => resolve(performance.now() - since))
            port1.start()
            port2.postMessage(null)
          })
        window.addEventListener(kind, (heard) => look(heard.timeStamp), { capture: true, once: true })
      })
    },
    [event, shows] as const,
  )
  await act()
  return page.evaluate(() => window.watch.shown ?? Number.NaN)
}
