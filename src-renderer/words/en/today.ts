/** Texts of this room: today. */
export const today = {
  'today.title': 'Today',
  'today.date': '{day}, time of {city}',
  'today.write': 'Write a post',
  'today.attention': '{count, plural, one {One post needs you} other {# posts need you}}',
  'today.review': '{count, plural, one {Decide about the missed one} other {Decide about # missed ones}}',
  'today.all-attention': 'See all {count}',
  'today.next': 'Next',
  'today.all-queued': 'See all {count} in the queue',
  'today.nothing': 'Nothing is scheduled',
  'today.nothing-why':
    'Write something, or fill a free slot in the calendar. It goes out at its time, even when this window is closed.',
  'today.see-calendar': 'Open the calendar',
  'today.no-words': '(no words)',
  'today.week': 'The next 7 days',
  'today.will':
    '{count, plural, =0 {Nothing is due.} one {The one post that is due will go out.} other {All # posts that are due will go out.}}',
  'today.will-not':
    '{count, plural, one {One post will not go out as it stands.} other {# posts will not go out as they stand.}}',
  'today.looked': 'The first {count} posts were checked.',
  'today.problem.account':
    '{account} cannot publish: {count, plural, one {“{text}”, due {moment}, waits for it.} other {# posts wait for it, the first one {moment}.}}',
  'today.problem.expires':
    'The sign-in of {account} ends before {count, plural, one {“{text}” is due, {moment}.} other {# posts are due, the first one {moment}.}}',
  'today.problem.quota':
    '{account}: a limit moves {count, plural, one {“{text}” to {moment}.} other {# posts, the first one to {moment}.}}',
  'today.problem.media':
    '{account}: {says} {count, plural, one {“{text}” needs it {moment}.} other {# posts need it, the first one {moment}.}}',
  'today.problem.check':
    '{says} {count, plural, one {It is about “{text}”, due {moment}.} other {It is about # posts, the first one due {moment}.}}',
  'today.problem.together':
    '{account}: {count, plural, one {“{text}” is due {moment}, within five minutes of another post.} other {# posts are due within five minutes of another, the first one {moment}.}}',
  'today.problem.asleep':
    'This computer is rarely on {moment}: {count, plural, one {“{text}” may be late.} other {# posts to {account} may be late.}}',
  'today.do.account': 'Connect it again',
  'today.do.expires': 'Sign in again',
  'today.do.quota': 'See the limits',
  'today.do.media': 'See the post',
  'today.do.check': 'See the post',
  'today.do.together': 'Move it',
  'today.do.asleep': 'Move it',
  'today.accounts': 'Accounts',
  'today.no-accounts': 'None is connected yet.',
  'today.connect': 'Connect one',
  'today.connection.valid': 'Ready',
  'today.connection.expiring': 'Expires soon',
  'today.connection.signed-out': 'Signed out',
  'today.connection.disconnected': 'Disconnected',
  'today.resting': 'Cannot be reached; tried again {moment}',
  'today.not-reached': 'Cannot be reached',
  'today.limited': 'Takes no more for now; tried again {moment}',
  'today.not-checked': 'Did not answer when it was last checked',
  'today.pulse': 'Scheduler',
  'today.never-looked': 'The queue has not been checked yet.',
  'today.looks': 'The queue was last checked {when}.',
  'today.paused': 'Paused: nothing is sent until you resume.',
  'today.see-health': 'See whether everything works',
} as const
