import { expect, test } from 'vitest'
import { because } from '../../src-main/core/told.ts'
import { figuresOf } from '../../src-renderer/composer/media/change-figures.ts'

const mediaId = 'med_0000000000000001'
const limits = { network: 'Instagram', limitSize: 8_000_000 }
const cut = {
  mediaId,
  what: 'trimmed' as const,
  message: 'It is cut.',
  told: because('change-cut', { before: '4000 x 1000', after: '1910 x 1000', least: '0.8', most: '1.91', ...limits }),
}
const resized = {
  mediaId,
  what: 'resized' as const,
  message: 'It becomes smaller.',
  told: because('change-resized', { before: '1910 x 1000', after: '955 x 500', why: 'side', most: 955, ...limits }),
}
const smaller = {
  mediaId,
  what: 'recompressed' as const,
  message: 'It becomes smaller.',
  told: because('change-smaller', { beforeSize: 9_400_000, afterSize: 310_000, ...limits }),
}
const converted = {
  mediaId,
  what: 'converted' as const,
  message: 'It becomes a JPEG.',
  told: because('change-converted', { before: 'HEIC', after: 'JPEG', why: 'kind', kinds: 'JPEG', ...limits }),
}

test('a file that goes through several hands is told as it was attached and as it is sent', () => {
  expect(figuresOf([cut, resized, smaller, converted])).toEqual({
    before: ['4000 × 1000', 'HEIC', '9.4 MB'],
    after: ['955 × 500', 'JPEG', '310 kB'],
  })
  const video = { ...smaller, told: because('change-smaller-video', { beforeSize: 90_000_000, ...limits }) }
  expect(figuresOf([video])).toEqual({ before: ['90 MB'], after: ['≤ 8 MB'] })
  expect(figuresOf([smaller])).toEqual({ before: ['9.4 MB'], after: ['310 kB'] })
})

test('what has no figures, or comes without its reason, tells none', () => {
  const privacy = { ...smaller, told: because('change-private') }
  expect(figuresOf([privacy, { ...cut, told: undefined }])).toBeNull()
})
