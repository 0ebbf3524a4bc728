import type { composer as english } from '../en/composer.ts'

export const composer: Record<keyof typeof english, string> = {
  'composer.title': 'Beitrag schreiben',
}
