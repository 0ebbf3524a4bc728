import type { Asset } from '../../src-preload/contract/model/writing.ts'
import type { Brief } from '../../src-main/core/ports.ts'

export const anAsset = (of: Partial<Asset> = {}): Asset => ({
  kind: 'product',
  title: 'Oak lamp',
  summary: 'A lamp made of oak. It gives warm light and lasts for years.',
  url: 'https://shop.example/lamp',
  image: null,
  facts: { price: '49.00 EUR', language: 'en' },
  keywords: ['oak', 'lamp', 'warm light'],
  source: 'https://shop.example/lamp',
  readAt: '2026-11-01T09:00:00.000Z',
  ...of,
})

export const aBrief = (of: Partial<Brief> = {}): Brief => ({
  about: { kind: 'asset', asset: anAsset() },
  tone: 'neutral',
  language: null,
  link: null,
  hashtags: true,
  count: 3,
  room: null,
  fits: () => Promise.resolve(true),
  ...of,
})

export const about = (text: string): Brief['about'] => ({ kind: 'prompt', text })

/** Room for so many UTF-16 units. */
export const within = (max: number): Pick<Brief, 'room' | 'fits'> => ({
  room: { max, unit: 'characters' },
  fits: (text) => Promise.resolve(text.length <= max),
})
