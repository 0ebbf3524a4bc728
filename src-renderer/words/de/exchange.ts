import type { exchange as english } from '../en/exchange.ts'

export const exchange: Record<keyof typeof english, string> = {
  'exchange.title': 'Import und Export',
}
