import type { health as english } from '../en/health.ts'

export const health: Record<keyof typeof english, string> = {
  'health.title': 'Zustand',
  'health.look-again': 'Erneut prüfen',
  'health.all-good': 'Alles funktioniert.',
  'health.to-see-to': '{count, plural, one {Eine Sache braucht einen Blick.} other {# Sachen brauchen einen Blick.}}',
  'health.about': 'Posthorn {version} · {memory} Arbeitsspeicher',
  'health.see-to': 'Ansehen: {title}',
  'health.standing.good': 'gut',
  'health.standing.look': 'braucht einen Blick',
  'health.standing.bad': 'funktioniert nicht',
  'health.scheduler': 'Zeitplaner',
  'health.never-looked': 'nie',
  'health.looks': 'Letzte Prüfung der Warteschlange: {looked}.',
  'health.late':
    'Letzte Prüfung der Warteschlange: {looked}. Es wird nichts gesendet. Posthorn beenden und neu starten.',
  'health.paused': 'Angehalten: Bis zum Fortsetzen wird nichts gesendet. Letzte Prüfung: {looked}.',
  'health.sending': '{count, plural, one {Ein Beitrag ist unterwegs.} other {# Beiträge sind unterwegs.}}',
  'health.slept': 'Dieser Computer schlief von {from} bis {until}.',
  'health.network': 'Netzwerk',
  'health.online': 'Dieser Computer ist verbunden, und kein Server ist unerreichbar.',
  'health.offline': 'Dieser Computer ist offline. Fällige Beiträge warten und gehen hinaus, sobald er verbunden ist.',
  'health.resting':
    '{count, plural, one {{hosts} ist nicht erreichbar} other {{hosts} sind nicht erreichbar}}; nächster Versuch {moment}. Beiträge für andere Netzwerke hält das nicht auf.',
  'health.database': 'Datenbank',
  'health.database-is': '{size} in {home}, dazu {media} Medien.',
  'health.unreadable':
    '{count, plural, one {Ein Eintrag ist nicht lesbar und wird nicht gesendet. Er bleibt in der Datei.} other {# Einträge sind nicht lesbar und werden nicht gesendet. Sie bleiben in der Datei.}}',
  'health.copies': 'Sicherungen',
  'health.no-copy': 'Die erste entsteht, sobald es etwas zu sichern gibt.',
  'health.copied': 'Die neueste ist von {moment} und wurde vollständig geprüft. Alle zusammen: {size}.',
  'health.old-copy': 'Die neueste ist von {moment}. Alle zusammen: {size}.',
  'health.disk': 'Speicherplatz',
  'health.free': '{free} frei.',
  'health.little-free':
    'Nur {free} frei. Bitte Platz schaffen, sonst lassen sich Anhänge und Sicherungen nicht schreiben.',
  'health.passwords': 'Passwörter',
  'health.keychain.system': 'Im Schlüsselbund dieses Systems.',
  'health.keychain.key-file': 'Unter einer Schlüsseldatei im Datenordner, da dieses System keinen Schlüsselbund hat.',
  'health.keychain.until-quit': 'Bis Posthorn beendet wird; danach sind Konten neu zu verbinden.',
  'health.keychain.none':
    'Dieses System hat keinen Schlüsselbund. Beim Verbinden eines Kontos wird gefragt, wo Passwörter liegen sollen.',
  'health.programs': 'HTTP-API',
  'health.reached-at': 'Programme erreichen Posthorn unter {url}.',
  'health.accounts': 'Konten',
  'health.accounts-good':
    '{count, plural, =0 {Noch ist keines verbunden.} one {Es kann veröffentlichen.} other {Alle # können veröffentlichen.}}',
  'health.accounts-troubled':
    '{count, plural, one {{names} braucht einen Blick.} other {{names} brauchen einen Blick.}}',
  'health.waits': 'Grund: {why}.',
  'health.open-account': '{name} öffnen',
  'health.see-waiting': 'Wartende Beiträge von {name} ansehen',
  'health.help': 'Etwas stimmt nicht?',
  'health.help-why':
    'Hier lässt sich sammeln, was bei der Fehlersuche hilft. Alles ist zu sehen, bevor es jemand bekommt.',
  'health.diagnostics': 'Diagnose zeigen',
  'health.diagnostics-title': 'Diagnose',
  'health.diagnostics-why':
    'Darin stehen keine Texte von Beiträgen, keine Kontonamen und keine Passwörter. Vor dem Weitergeben bitte durchsehen.',
  'health.copy': 'Kopieren',
  'health.save': 'Als Datei speichern',
  'health.copied-text': 'Kopiert.',
  'health.copying-refused': 'Kopieren ist hier nicht erlaubt. Stattdessen die Datei speichern.',
}
