import type { Phrases } from '../phrases.ts'

export const english: Phrases = {
  openers: {
    neutral: ['{}', 'In short: {}', 'To note: {}', 'Worth knowing: {}'],
    friendly: ['Hello! {}', 'Have a look: {}', 'A little something to share: {}', 'This one is for you: {}'],
    professional: ['At a glance: {}', 'For your attention: {}', 'Please note: {}', 'For your information: {}'],
    playful: ['Psst: {}', 'Guess what? {}', 'Drum roll, please: {}', 'Ta-da! {}'],
    urgent: ['Heads up: {}', 'Do not miss this: {}', 'Take a moment: {}', 'Please look: {}'],
  },
  closers: {
    neutral: ['', 'What do you think?', 'Feel free to share.'],
    friendly: ['', 'Tell us what you think!', 'Pass it on if you like it.'],
    professional: ['', 'We look forward to your feedback.', 'Please share it with anyone it may interest.'],
    playful: ['', 'Your turn: what do you say?', 'Go on, tell a friend.'],
    urgent: ['', 'Have a look today.', 'Better now than later.'],
  },
  facts: {
    price: 'Price: {}',
    oldPrice: 'Before: {}',
    startsAt: 'When: {}',
    endsAt: 'Until: {}',
    place: 'Where: {}',
    code: 'Code: {}',
    author: 'By {}',
  },
  locale: 'en-GB',
  request:
    /^(?:please |can you |could you )*(?:write|create|make|generate|draft|compose|announce)(?: me| us)?(?: an?| the| some| my| our)?(?: [\w-]+){0,3}? (?:posts?|captions?|tweets?|texts?|announcements?|updates?)(?: for [\w-]+)?(?: about| on| announcing| saying(?: that)?|:) */i,
}
