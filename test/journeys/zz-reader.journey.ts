import { mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { ROOMS } from '../shots/rooms.ts'
import { LOOKS } from '../shots/looks.ts'
import { openStage } from '../shots/stage.ts'
import { createViewer } from '../shots/viewer.ts'

test('dump', { timeout: 300_000 }, async () => {
  mkdirSync('/tmp/reader', { recursive: true })
  const stage = await openStage(true)
  try {
    const viewer = createViewer(stage.desktop, stage.filled, false)
    const { page } = stage.desktop
    const light = LOOKS.find(({ name }) => name === 'light')!
    await viewer.wear(light)
    for (const room of ROOMS.filter(({ name }) => !name.startsWith('gallery'))) {
      try {
        await viewer.open(room)
        const snap = await page.locator('body').ariaSnapshot()
        const facts = await page.evaluate(() => {
          const out: string[] = []
          const q = (s: string) => [...document.querySelectorAll<HTMLElement>(s)]
          const vis = (e: Element) => (e as HTMLElement).checkVisibility?.() && e.closest('[aria-hidden=true],[inert]') === null
          out.push('title: ' + document.title, 'lang: ' + document.documentElement.lang)
          out.push('headings: ' + q('h1,h2,h3,h4,h5,h6').filter(vis).map((h) => h.tagName + ' ' + h.textContent).join(' | '))
          for (const e of q('[aria-describedby],[aria-labelledby],[aria-errormessage],[aria-controls]')) for (const a of ['aria-describedby', 'aria-labelledby', 'aria-errormessage', 'aria-controls']) {
            for (const id of (e.getAttribute(a) ?? '').split(/\s+/).filter(Boolean)) if (!document.getElementById(id)) out.push(`dangling ${a}: ${e.outerHTML.slice(0, 160)}`)
          }
          for (const e of q('[aria-describedby]').filter(vis)) out.push('described: ' + (e.getAttribute('aria-label') ?? e.textContent?.slice(0, 40) ?? e.tagName) + ' <- ' + (e.getAttribute('aria-describedby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent?.slice(0, 120)).join(' + '))
          for (const e of q('[aria-live],[role=status],[role=alert],[role=log],output')) out.push('live: ' + e.tagName + '.' + e.className + ' ' + (e.getAttribute('role') ?? '') + ' ' + (e.getAttribute('aria-live') ?? '') + ' "' + e.textContent?.slice(0, 160) + '"')
          for (const e of q('svg,img').filter(vis)) if (!e.closest('[aria-hidden=true]') && e.getAttribute('alt') !== '') out.push('picture: ' + e.outerHTML.slice(0, 140))
          const a = document.activeElement
          out.push('focus: ' + a?.outerHTML.slice(0, 200))
          const stops = q('a[href],button,input,select,textarea,[tabindex]').filter((e) => vis(e) && e.tabIndex >= 0 && !(e as HTMLButtonElement).disabled)
          out.push('tab order: ' + stops.map((e) => e.getAttribute('aria-label') ?? (e.textContent || e.getAttribute('placeholder') || e.tagName).slice(0, 30)).join(' > '))
          for (const e of q('[title]').filter(vis)) out.push('title: ' + e.tagName + ' ' + (e.getAttribute('aria-label') ?? e.textContent ?? '').slice(0, 40) + ' t=' + e.title)
          return out
        })
        writeFileSync(`/tmp/reader/${room.name}.yml`, snap + '\n----\n' + facts.join('\n') + '\n')
      } catch (error) {
        console.log(room.name, String(error).slice(0, 300))
        await viewer.wear(light)
      }
    }
  } finally {
    await stage.end()
  }
})
