import { z } from 'zod'
import { images, JPEG, MEGABYTE, MOV, MP4, type NetworkRules, oneImage, oneVideo, PNG, WEBP } from './network-rules.ts'

const VIDEO = { ...oneVideo, seconds: [4, 900] } as const

export const PINTEREST: NetworkRules = {
  key: 'pinterest',
  name: 'Pinterest',
  mark: { letters: 'Pi', colour: '#e60023' },
  read: '2026-11-22',
  sources: ['pinterest/api-description v5/openapi.json'],
  text: [{ max: 800, counting: 'utf16' }],
  title: { max: 100, needed: false },
  images: { mimes: [JPEG, PNG, WEBP], maxBytes: 20 * MEGABYTE },
  videos: { mimes: [MP4, MOV], maxBytes: 2000 * MEGABYTE },
  altMax: 500,
  content: [images(1, 5), VIDEO],
  types: { POST: [images(1, 5), VIDEO], IMAGE: [oneImage], CAROUSEL: [images(2, 5)], VIDEO: [VIDEO] },
  thread: false,
  edits: null,
  unpublish: true,
  rates: [],
  destinations: 'board',
  options: {
    title: z.string().max(100).optional().meta({ title: 'Title' }),
    link: z.url().max(2048).optional().meta({ title: 'Link' }),
    board_id: z.string().regex(/^\d+$/, 'A number.').optional().meta({ title: 'Board' }),
  },
}
