import type { today as english } from '../en/today.ts'

export const today: Record<keyof typeof english, string> = {
  'today.title': 'Heute',
  'today.date': '{day}, Zeit in {city}',
  'today.write': 'Beitrag schreiben',
  'today.attention':
    '{count, plural, one {Ein Beitrag braucht eine Entscheidung} other {# Beiträge brauchen eine Entscheidung}}',
  'today.review': '{count, plural, one {Über den verpassten entscheiden} other {Über # verpasste entscheiden}}',
  'today.all-attention': 'Alle {count} ansehen',
  'today.next': 'Als Nächstes',
  'today.all-queued': 'Alle {count} in der Warteschlange ansehen',
  'today.nothing': 'Nichts ist geplant',
  'today.nothing-why':
    'Etwas schreiben oder im Kalender eine freie Sendezeit füllen. Es geht zu seiner Zeit hinaus, auch bei geschlossenem Fenster.',
  'today.see-calendar': 'Kalender öffnen',
  'today.no-words': '(ohne Text)',
  'today.week': 'Die nächsten 7 Tage',
  'today.will':
    '{count, plural, =0 {Nichts ist fällig.} one {Der eine fällige Beitrag geht hinaus.} other {Alle # fälligen Beiträge gehen hinaus.}}',
  'today.will-not':
    '{count, plural, one {Ein Beitrag geht so nicht hinaus.} other {# Beiträge gehen so nicht hinaus.}}',
  'today.looked': 'Geprüft wurden die ersten {count} Beiträge.',
  'today.problem.account':
    '{account} kann nicht veröffentlichen: {count, plural, one {„{text}“, fällig {moment}, wartet darauf.} other {# Beiträge warten darauf, der erste {moment}.}}',
  'today.problem.expires':
    'Die Anmeldung von {account} endet, bevor {count, plural, one {„{text}“ fällig ist, {moment}.} other {# Beiträge fällig sind, der erste {moment}.}}',
  'today.problem.quota':
    '{account}: Eine Grenze verschiebt {count, plural, one {„{text}“ auf {moment}.} other {# Beiträge, den ersten auf {moment}.}}',
  'today.problem.media':
    '{account}: {says} {count, plural, one {„{text}“ braucht sie {moment}.} other {# Beiträge brauchen sie, der erste {moment}.}}',
  'today.problem.check':
    '{says} {count, plural, one {Es geht um „{text}“, fällig {moment}.} other {Es geht um # Beiträge, der erste ist {moment} fällig.}}',
  'today.problem.together':
    '{account}: {count, plural, one {„{text}“ ist {moment} fällig, keine fünf Minuten nach einem anderen Beitrag.} other {# Beiträge sind keine fünf Minuten nach einem anderen fällig, der erste {moment}.}}',
  'today.problem.asleep':
    'Dieser Computer ist {moment} selten an: {count, plural, one {„{text}“ kommt vielleicht zu spät.} other {# Beiträge auf {account} kommen vielleicht zu spät.}}',
  'today.do.account': 'Neu verbinden',
  'today.do.expires': 'Neu anmelden',
  'today.do.quota': 'Grenzen ansehen',
  'today.do.media': 'Beitrag ansehen',
  'today.do.check': 'Beitrag ansehen',
  'today.do.together': 'Verschieben',
  'today.do.asleep': 'Verschieben',
  'today.accounts': 'Konten',
  'today.no-accounts': 'Noch ist keines verbunden.',
  'today.connect': 'Eines verbinden',
  'today.connection.valid': 'Bereit',
  'today.connection.expiring': 'Läuft bald ab',
  'today.connection.signed-out': 'Abgemeldet',
  'today.connection.disconnected': 'Getrennt',
  'today.resting': 'Nicht erreichbar; nächster Versuch {moment}',
  'today.not-reached': 'Nicht erreichbar',
  'today.limited': 'Nimmt gerade nichts mehr an; nächster Versuch {moment}',
  'today.not-checked': 'Hat bei der letzten Prüfung nicht geantwortet',
  'today.pulse': 'Zeitplaner',
  'today.never-looked': 'Die Warteschlange wurde noch nicht geprüft.',
  'today.looks': 'Die Warteschlange wurde zuletzt {when} geprüft.',
  'today.paused': 'Angehalten: Bis zum Fortsetzen wird nichts gesendet.',
  'today.see-health': 'Ansehen, ob alles funktioniert',
}
