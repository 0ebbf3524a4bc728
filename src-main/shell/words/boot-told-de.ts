import type { BootReason, Reason } from '../../../src-preload/contract/model/told.ts'

type Sentences = readonly [message: string, next: string]

/** Why Posthorn cannot start, and what to do then, in German; in English the failures say it themselves. */
export const BOOT_TOLD_DE: Readonly<Record<string, Sentences>> = {
  'boot-internal': ['Posthorn hat einen eigenen Fehler und kann nicht starten.', 'Neu starten.'],
  'database-newer': [
    'Die Datenbank schrieb ein neueres Posthorn: Sie hat Version {found}, dieses Posthorn kennt Versionen bis {known}.',
    'Posthorn aktualisieren; es wurde nichts angerührt.',
  ],
  'database-not-ours': [
    'Die Datenbank ist beschädigt oder keine von Posthorn; sie blieb, wie sie war.',
    'Eine Sicherung zurückspielen oder retten, was lesbar ist.',
  ],
  'database-damaged': [
    'Die Datenbank ist beschädigt; sie blieb, wie sie war.',
    'Eine Sicherung zurückspielen oder retten, was lesbar ist.',
  ],
  'database-lost': ['Von der beschädigten Datenbank ist nichts lesbar.', 'Eine Sicherung zurückspielen.'],
  'database-busy': ['Ein anderes Programm benutzt gerade die Datenbank.', 'Es schließen und noch einmal versuchen.'],
  'snapshot-gone': ['Diese Sicherung gibt es nicht mehr.', 'Neu starten und eine andere wählen.'],
  'disk-full': ['Der Datenträger ist voll.', 'Platz schaffen und neu starten; alles bisher Gespeicherte ist sicher.'],
  'disk-fault': [
    'Der Datenträger meldete einen Fehler, während Posthorn seine Datenbank benutzte.',
    'Den Datenträger prüfen, dann Posthorn neu starten; alles bisher Gespeicherte ist sicher.',
  ],
  'folder-read-only': [
    'Posthorn kann nicht in seinen Datenordner schreiben.',
    'Das Schreiben erlauben oder mit POSTHORN_HOME einen anderen Ordner wählen.',
  ],
  'lock-not-ours': ['Die Datei {file} ist nicht von Posthorn.', 'Entfernen und neu starten.'],
  'data-folder-full': ['Das Laufwerk mit {path} ist voll.', 'Platz schaffen und neu starten.'],
  'data-folder-read-only': [
    'Posthorn kann nicht in {path} schreiben.',
    'Schreibrechte für den Datenordner geben oder einen anderen wählen (--home oder POSTHORN_HOME).',
  ],
  'data-folder-held': [
    'Der Datenordner {home} wird schon verwendet: von {who, select, desktop {der App Posthorn (Prozess {process}, seit {since})} serve {„posthorn serve“ (Prozess {process}, seit {since})} cli {einem Befehl von Posthorn (Prozess {process}, seit {since})} other {einem anderen Prozess}}.',
    '{who, select, desktop {Diese verwenden oder zuerst beenden; oder einen anderen Datenordner wählen (--home oder POSTHORN_HOME).} serve {Diesen verwenden oder zuerst beenden; oder einen anderen Datenordner wählen (--home oder POSTHORN_HOME).} other {Warten, bis er endet, dann noch einmal versuchen.}}',
  ],
} satisfies Partial<Record<Reason, Sentences>> & Record<BootReason, Sentences>
