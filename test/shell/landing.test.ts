import { expect, onTestFinished, test } from 'vitest'
import { createLanding } from '../../src-main/shell/landing.ts'
import { speakIn } from '../../src-main/shell/words/say.ts'

test.each([
  ['en', 'Back to Posthorn', 'Not this sign-in', 'Nothing here'],
  ['de', 'Zurück zu Posthorn', 'Nicht diese Anmeldung', 'Hier ist nichts'],
] as const)(
  'whoever comes back from signing in is greeted in the person’s language: %s',
  async (language, ...titles) => {
    speakIn(language, 'en')
    onTestFinished(() => speakIn('en', 'en'))
    const { redirect, close } = await createLanding(0).open('any', (address) => address.includes('state=ours'))
    onTestFinished(close)
    const pages = await Promise.all(
      [`${redirect}?state=ours`, `${redirect}?state=other`, redirect.replace('/sign-in', '/elsewhere')].map((address) =>
        fetch(address),
      ),
    )
    expect(pages.map(({ status }) => status)).toEqual([200, 400, 404])
    const texts = await Promise.all(pages.map((page) => page.text()))
    for (const [index, title] of titles.entries()) {
      expect(texts[index]).toContain(`<html lang="${language}"><meta charset="utf-8"><title>${title}</title>`)
    }
  },
)
