import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FileFigure } from '../../src-renderer/composer/preview/preview-file.tsx'
import { DeskContext } from '../../src-renderer/shell/desk-context.ts'
import type { Desk } from '../../src-renderer/shell/desk.ts'
import { anything } from '../fixtures/allows.ts'
import { descriptorOf } from './descriptor-of.ts'

const images = {
  mimes: ['image/png'],
  maxBytes: null,
  sides: { least: null, most: null },
  ratio: { least: 0.8, most: 1.91 },
  movingBytes: null,
  moving: false,
}
const channel = descriptorOf({ allows: { ...anything.allows, images } })
const mediaId = 'med_0000000000000001'

const facts = (width: number, height: number) => ({
  id: mediaId,
  hash: '0'.repeat(64),
  name: 'pier.png',
  mime: 'image/png',
  size: 1000,
  width,
  height,
  seconds: null,
  frameRate: null,
  edited: null,
  createdAt: '2026-11-22T09:00:00.000Z',
})

const draw = (width: number, height: number, isTrimmed: boolean): string => {
  const changes = isTrimmed ? [{ mediaId, what: 'trimmed' as const, message: 'It is cut.' }] : []
  return renderToStaticMarkup(
    <DeskContext value={{} as Desk}>
      <FileFigure attachment={{ mediaId, alt: '' }} shown={{ channel, changes }} facts={facts(width, height)} />
    </DeskContext>,
  )
}

test('a picture that will be cut stands whole in its place, framed by what stays of it', () => {
  const page = draw(1000, 2500, true)
  // The same whether it stands alone or among others: a quarter goes above and below, nothing at the sides.
  expect(page).toMatch(/data-cut[^>]*style="--wide:0\.4"/)
  expect(page).toMatch(/class="preview-whole">.*class="crop-frame"[^>]*style="inset-inline:0%;inset-block:25%"/)
  expect(page).toContain('Cut to 4:5')
})

test('a picture that is sent as it is has no frame', () => {
  for (const page of [draw(1000, 2500, false), draw(1000, 1000, true)]) {
    expect(page).not.toMatch(/crop-frame|data-cut|Cut to/)
  }
})
