import type { Phrases } from '../phrases.ts'

/** For languages that Posthorn does not write in: signs that read alike in either direction of writing. */
export const wordless: Phrases = {
  openers: {
    neutral: ['{}', '• {}', '◆ {}', '★ {}'],
    friendly: ['{}', '🙂 {}', '👋 {}', '💛 {}'],
    professional: ['{}', '• {}', '◆ {}', '■ {}'],
    playful: ['{}', '✨ {}', '🎈 {}', '🎉 {}'],
    urgent: ['{}', '❗ {}', '⏰ {}', '📣 {}'],
  },
  closers: {
    neutral: ['', '💬', '🔁'],
    friendly: ['', '💬', '🙌'],
    professional: ['', '💬', '📎'],
    playful: ['', '💬', '🎊'],
    urgent: ['', '👀', '📌'],
  },
  facts: {
    price: '{}',
    oldPrice: '({})',
    startsAt: '🗓 {}',
    endsAt: '⌛ {}',
    place: '📍 {}',
    code: '🔑 {}',
    author: '✍ {}',
  },
  locale: null,
  request: null,
}
