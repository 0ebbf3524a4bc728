import type { Phrases } from '../phrases.ts'

export const german: Phrases = {
  openers: {
    neutral: ['{}', 'Kurz gesagt: {}', 'Gut zu wissen: {}', 'Im Blick: {}'],
    friendly: ['Hallo zusammen! {}', 'Schaut mal: {}', 'Das möchten wir gern mit euch teilen: {}', 'Für euch: {}'],
    professional: ['Zur Information: {}', 'Auf einen Blick: {}', 'Bitte beachten Sie: {}', 'Für Sie notiert: {}'],
    playful: ['Psst: {}', 'Ratet mal! {}', 'Trommelwirbel, bitte: {}', 'Tadaa! {}'],
    urgent: ['Achtung: {}', 'Nicht verpassen: {}', 'Bitte einmal herschauen: {}', 'Bitte lesen: {}'],
  },
  closers: {
    neutral: ['', 'Was meint ihr?', 'Gern weitersagen.'],
    friendly: ['', 'Erzählt uns, was ihr denkt!', 'Sagt es gern weiter.'],
    professional: ['', 'Wir freuen uns auf Ihre Rückmeldung.', 'Leiten Sie es gern weiter.'],
    playful: ['', 'Und was sagt ihr?', 'Los, weitersagen!'],
    urgent: ['', 'Am besten heute noch ansehen.', 'Lieber gleich als später.'],
  },
  facts: {
    price: 'Preis: {}',
    oldPrice: 'Vorher: {}',
    startsAt: 'Wann: {}',
    endsAt: 'Bis: {}',
    place: 'Wo: {}',
    code: 'Code: {}',
    author: 'Von {}',
  },
  locale: 'de-DE',
  request:
    /^(?:bitte )?(?:schreib\w*|erstell\w*|verfass\w*|mach\w*|formulier\w*)(?: mir| uns| sie)?(?: bitte)?(?: eine?n?| den| die)?(?: [\p{L}-]+){0,3}? (?:posts?|beitrag|beiträge|text|texte|ankündigung|tweet)(?: für [\p{L}-]+)?(?: über| zu[mr]?|:) */iu,
}
