import type { limits as english } from '../en/limits.ts'

export const limits: Record<keyof typeof english, string> = {
  'limits.title': 'Grenzen',
}
