import type { drafts as english } from '../en/drafts.ts'

export const drafts: Record<keyof typeof english, string> = {
  'drafts.title': 'Entwürfe',
}
