/** Days and spans. */
export const time = {
  'time.today': 'Today',
  'time.tomorrow': 'Tomorrow',
  'time.yesterday': 'Yesterday',
  'time.today-in-text': 'today',
  'time.tomorrow-in-text': 'tomorrow',
  'time.yesterday-in-text': 'yesterday',
  'time.now': 'now',
  'time.in': 'in {span}',
  'time.ago': '{span} ago',
  'time.seconds': '{count} s',
  'time.minutes': '{count} min',
  'time.hours': '{count} h',
  'time.days': '{count, plural, one {# day} other {# days}}',
  'time.moment': '{day}, {clock}',
} as const
