import type { DesktopWord } from './en.ts'

export const DE: Record<DesktopWord, string> = {
  'notice.published': 'Veröffentlicht auf {account} ({channel})',
  'notice.failed': 'Nicht veröffentlicht auf {account} ({channel})',
  'notice.unconfirmed': 'Auf {account} ({channel}) veröffentlicht?',
  'notice.by-hand': 'Zeit für den Beitrag auf {account}',
  'notice.missed': '{count, plural, one {Ein Beitrag wurde verpasst} other {# Beiträge wurden verpasst}}',
  'notice.missed-why': 'Posthorn war geschlossen, oder der Computer schlief. Was soll mit ihnen geschehen?',
  'notice.signed-out': '{account} ist abgemeldet',
  'notice.open': 'Öffnen',
  'notice.retry': 'Erneut versuchen',
  'notice.reconnect': 'Neu verbinden',
  'notice.decide': 'Entscheiden',
  'notice.stays': 'Posthorn läuft weiter',
  'notice.stays-why':
    'Die Beiträge gehen zu ihrer Zeit hinaus. Zum Fenster zurück führt das Symbol in der Leiste oder ein neuer Start.',

  'tray.next-at': 'Posthorn: als Nächstes {at}',
  'tray.next': 'Als Nächstes: {at}, {account}: {text}',
  'tray.nothing': 'Nichts ist geplant',
  'tray.attention':
    '{count, plural, one {# Beitrag braucht Aufmerksamkeit} other {# Beiträge brauchen Aufmerksamkeit}}',
  'tray.pause': 'Veröffentlichen anhalten',
  'tray.resume': 'Veröffentlichen fortsetzen',
  'tray.new-post': 'Neuer Beitrag',
  'tray.quick-post': 'Schneller Beitrag',
  'tray.open': 'Posthorn öffnen',
  'tray.quit': 'Posthorn beenden',

  'menu.file': '&Datei',
  'menu.go': '&Gehe zu',
  'menu.view': '&Ansicht',
  'menu.help': '&Hilfe',
  'menu.new-post': 'Neuer Beitrag',
  'menu.quick-post': 'Schneller Beitrag',
  'menu.import': 'Import und Export …',
  'menu.today': 'Heute',
  'menu.queue': 'Warteschlange',
  'menu.calendar': 'Kalender',
  'menu.drafts': 'Entwürfe',
  'menu.slots': 'Sendezeiten',
  'menu.accounts': 'Konten',
  'menu.settings': 'Einstellungen …',
  'menu.palette': 'Suche und Befehle …',
  'menu.keys': 'Tastenkürzel',
  'menu.activity': 'Aktivität',
  'menu.health': 'Zustand',
  'menu.quit': 'Beenden',

  'quit.title': 'Posthorn beenden?',
  'quit.due':
    '{count, plural, one {Ein Beitrag ist innerhalb der nächsten Stunde fällig.} other {# Beiträge sind innerhalb der nächsten Stunde fällig.}}',
  'quit.why':
    'Solange Posthorn nicht läuft, wird nichts gesendet. Wird nur das Fenster geschlossen, geht es im Hintergrund weiter.',
  'quit.more': 'und {count} weitere',
  'quit.stay': 'Weiterlaufen lassen',
  'quit.leave': 'Trotzdem beenden',
}
