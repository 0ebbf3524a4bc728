import type { time as english } from '../en/time.ts'

export const time: Record<keyof typeof english, string> = {
  'time.today': 'Heute',
  'time.tomorrow': 'Morgen',
  'time.yesterday': 'Gestern',
  'time.today-in-text': 'heute',
  'time.tomorrow-in-text': 'morgen',
  'time.yesterday-in-text': 'gestern',
  'time.now': 'jetzt',
  'time.in': 'in {span}',
  'time.ago': 'vor {span}',
  'time.seconds': '{count} s',
  'time.minutes': '{count} min',
  'time.hours': '{count} Std.',
  'time.days': '{count, plural, one {# Tag} other {# Tagen}}',
  'time.moment': '{day}, {clock}',
}
