import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type axe from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What the component library reads aloud and then forgets: its element is there, its words are gone. */
const SPOKEN = '[data-live-announcer]'

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What on the page keeps people out, by the rules of WCAG 2.2 AA: one line for each, with its elements. `only` names the
 * rules to go by, where the others have been gone by already.
 */
export const lookForBarriers = async (page: Page, only: readonly string[] = ALL): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  // Colours half way through a movement are nobody's choice.
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
  const { violations } = await page.evaluate(
    ([spoken, rules]) => {
      const checker = Reflect.get(window, 'axe') as typeof axe
      return checker.run({ exclude: spoken }, { runOnly: [...rules] })
    },
    [SPOKEN, only] as const,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`)
}
