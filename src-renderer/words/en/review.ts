/** Texts of this room: review. */
export const review = {
  'review.missed': '{count, plural, =0 {Nothing is missed} one {# post was missed} other {# posts were missed}}',
  'review.missed-while':
    '{count, plural, one {# post was missed} other {# posts were missed}} while Posthorn was closed or asleep.',
  'review.decide': 'Decide',
  'review.time-passed': 'Its time passed',
  'review.due': 'Due {time}',
  'review.due-ago': 'Due {time}, {ago}',
  'review.done-publish-now':
    '{count, plural, one {# post going out now.} other {# posts going out now, one after the other.}}',
  'review.done-next-slot': '{count, plural, one {# post moved to a free slot.} other {# posts moved to a free slot.}}',
  'review.done-time': '{count, plural, one {# post moved to another time.} other {# posts moved to another time.}}',
  'review.done-skip': '{count, plural, one {# post skipped.} other {# posts skipped.}}',
  'review.another-time': '{count, plural, one {Another time} other {Another time for # posts}}',
  'review.all': 'All of them',
  'review.skip-all': 'Skip all',
  'review.time-all': 'Choose a time for all',
  'review.slots-all': 'Next free slots',
  'review.publish-all': 'Publish all now',
  'review.later': 'Decide later',
  'review.all-decided': 'All is decided',
  'review.all-decided-help': 'What is missed while Posthorn is closed or asleep comes here.',
  'review.help':
    '{count, plural, one {Posthorn was closed or asleep at its time. It does not go out before you decide.} other {Posthorn was closed or asleep at their times. Nothing goes out before you decide; posts of one account go out one after the other.}}',
  'review.list': 'Missed posts',
  'review.more': '{count, plural, one {Show # more} other {Show # more}}',
  'review.publish': 'Publish now',
  'review.publish-what': 'Publish now: {what}',
  'review.slot-what': 'Next free slot: {what}',
  'review.time-what': 'Choose a time: {what}',
  'review.skip-what': 'Skip: {what}',
} as const
