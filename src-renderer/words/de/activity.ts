import type { activity as english } from '../en/activity.ts'

export const activity: Record<keyof typeof english, string> = {
  'activity.title': 'Aktivität',
}
