import type { review as english } from '../en/review.ts'

export const review: Record<keyof typeof english, string> = {
  'review.missed':
    '{count, plural, =0 {Nichts verpasst} one {# Beitrag wurde verpasst} other {# Beiträge wurden verpasst}}',
  'review.missed-while':
    '{count, plural, one {# Beitrag wurde verpasst} other {# Beiträge wurden verpasst}}, während Posthorn geschlossen war oder der Computer schlief.',
  'review.decide': 'Entscheiden',
  'review.time-passed': 'Die Zeit ist verstrichen',
  'review.due': 'Fällig {time}',
  'review.due-ago': 'Fällig {time}, {ago}',
  'review.done-publish-now':
    '{count, plural, one {# Beitrag geht jetzt raus.} other {# Beiträge gehen jetzt raus, einer nach dem anderen.}}',
  'review.done-next-slot':
    '{count, plural, one {# Beitrag auf eine freie Sendezeit verlegt.} other {# Beiträge auf freie Sendezeiten verlegt.}}',
  'review.done-time':
    '{count, plural, one {# Beitrag auf eine andere Zeit verlegt.} other {# Beiträge auf eine andere Zeit verlegt.}}',
  'review.done-skip': '{count, plural, one {# Beitrag ausgelassen.} other {# Beiträge ausgelassen.}}',
  'review.another-time': '{count, plural, one {Andere Zeit} other {Andere Zeit für # Beiträge}}',
  'review.all': 'Alle zusammen',
  'review.skip-all': 'Alle auslassen',
  'review.time-all': 'Zeit für alle wählen',
  'review.slots-all': 'Nächste freie Sendezeiten',
  'review.publish-all': 'Alle jetzt veröffentlichen',
  'review.later': 'Später entscheiden',
  'review.all-decided': 'Alles ist entschieden',
  'review.all-decided-help':
    'Was verpasst wird, während Posthorn geschlossen ist oder der Computer schläft, steht hier.',
  'review.help':
    '{count, plural, one {Zu seiner Zeit war Posthorn geschlossen, oder der Computer schlief. Vor der Entscheidung geht er nicht raus.} other {Zu ihren Zeiten war Posthorn geschlossen, oder der Computer schlief. Vor der Entscheidung geht nichts raus; Beiträge eines Kontos gehen nacheinander raus.}}',
  'review.list': 'Verpasste Beiträge',
  'review.more': '{count, plural, one {# weiteren anzeigen} other {# weitere anzeigen}}',
  'review.publish': 'Jetzt veröffentlichen',
  'review.publish-what': 'Jetzt veröffentlichen: {what}',
  'review.slot-what': 'Nächste freie Sendezeit: {what}',
  'review.time-what': 'Zeit wählen: {what}',
  'review.skip-what': 'Auslassen: {what}',
}
