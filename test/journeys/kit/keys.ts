import type { Page } from 'playwright-core'

/* What a person does who has no mouse. */

/** What the element with the focus is called. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : undefined
    return activeElement?.getAttribute('aria-label') ?? label ?? activeElement?.textContent ?? ''
  })

/** Whether nothing has the focus: keys and screen readers would begin anew at the top of the page. */
export const isLost = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement === document.body)

/** Goes on from element to element until one with this name has the focus. */
export const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  for (let presses = 0; presses < 90; presses += 1) {
    const here = await focused(page)
    if (typeof name === 'string' ? here === name : name.test(here)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Nothing called ${String(name)} gets the focus.`)
}

/** Goes there and presses it. */
export const pressOn = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Opens the palette, says what is meant, and takes the first that is found. */
export const ask = async (page: Page, text: string, expects: string | RegExp): Promise<void> => {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /Search posts/ })
  await field.waitFor()
  await page.keyboard.type(text)
  await page.getByRole('option', { name: expects, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'detached' })
}
