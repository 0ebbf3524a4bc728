/** Texts of this room: drafts. */
export const drafts = {
  'drafts.title': 'Drafts',
  'drafts.search': 'Search drafts',
  'drafts.show-more': 'Show more',
  'drafts.none': 'No drafts',
  'drafts.none-help': 'What you write is saved here as you type, until you publish or schedule it.',
  'drafts.nothing-help': 'No draft has all that you look for.',
  'drafts.edit': 'Edit draft: {text}',
  'drafts.changed': 'Changed {ago}',
  'drafts.delete': 'Delete draft',
  'drafts.deleted': 'Draft deleted.',
  'drafts.next-slots': 'Next free slots',
  'drafts.no-account': 'No account',
  'drafts.picked': 'Picked drafts',
  'drafts.count': '{count, plural, one {# draft} other {# drafts}}',
} as const
