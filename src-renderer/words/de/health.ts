import type { health as english } from '../en/health.ts'

export const health: Record<keyof typeof english, string> = {
  'health.title': 'Zustand',
}
