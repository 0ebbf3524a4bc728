import type { slots as english } from '../en/slots.ts'

export const slots: Record<keyof typeof english, string> = {
  'slots.title': 'Sendezeiten',
}
