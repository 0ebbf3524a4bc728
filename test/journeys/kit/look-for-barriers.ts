import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type axe from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What the component library reads aloud and then forgets: its element is there, its words are gone. */
const SPOKEN = '[data-live-announcer]'

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export type Judged = {
  /** One line for each rule that is broken, with its elements. */
  barriers: string[]
  /** How many rules had something to judge, and held. */
  held: number
}

/** Judges the page by rules of WCAG 2.2 AA. `only` names those to go by, where the others have been gone by already. */
export const judgeAccess = async (page: Page, only: readonly string[] = ALL): Promise<Judged> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  // Colours half way through a movement are nobody's choice.
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
  const { violations, held } = await page.evaluate(
    async ([spoken, rules]) => {
      const checker = Reflect.get(window, 'axe') as typeof axe
      // A bar that sticks lies over what can be scrolled from under it: all is judged as it lies free.
      const sticking = [...document.querySelectorAll<HTMLElement>('*')].filter(
        (one) => getComputedStyle(one).position === 'sticky',
      )
      for (const one of sticking) one.style.position = 'relative'
      try {
        const judged = await checker.run({ exclude: spoken }, { runOnly: [...rules] })
        return { violations: judged.violations, held: judged.passes.length }
      } finally {
        for (const one of sticking) one.style.removeProperty('position')
      }
    },
    [SPOKEN, only] as const,
  )
  return { barriers: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`), held }
}

/** What on the page keeps people out: nothing, where all is well. */
export const lookForBarriers = async (page: Page, only?: readonly string[]): Promise<string[]> =>
  (await judgeAccess(page, only)).barriers
