/** Texts of what stands around every room. */
export const frame = {
  'frame.skip': 'Skip to content',
  'frame.opening': 'Opening your queue',
  'frame.main': 'Main',
  'frame.new-post': 'New post',
  'frame.today': 'Today',
  'frame.queue': 'Queue',
  'frame.calendar': 'Calendar',
  'frame.drafts': 'Drafts',
  'frame.slots': 'Slots',
  'frame.accounts': 'Accounts',
  'frame.settings': 'Settings',
  'frame.queued': '{count, plural, other {# queued}}',
  'frame.attention': '{count, plural, one {# needs attention} other {# need attention}}',
  'frame.drafts-count': '{count} drafts',
  'frame.undone': 'Undone: {deed}',
} as const
