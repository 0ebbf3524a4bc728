import type { rules as reasons } from '../../../../src-preload/contract/reasons/rules.ts'
import type { Sentences } from '../../told-words.ts'

export const rules: Record<keyof typeof reasons, Sentences> = {
  'limit-full': [
    '{kind, select, channel {Von {account} nimmt der Kanal höchstens} amount {Ein Beitrag an {account} kostet {amount, plural, one {# Credit} other {# Credits}}, mehr als das Limit von} credits {Ein Beitrag an {account} kostet {amount, plural, one {# Credit} other {# Credits}}; das Limit sind} other {Das Limit von}} {unit, select, credits {{limit, plural, one {# Credit} other {# Credits}}} other {{limit, plural, one {# Beitrag} other {# Beiträgen}}}}{window, select, DAY { am Tag} MONTH { im Monat} YEAR { im Jahr} rolling { innerhalb von {windowSpan}} other { insgesamt}}{kind, select, channel {; bis dahin ist für keinen mehr Platz.} amount { für {of, select, PUBLISH_POST {sofortiges Veröffentlichen} SCHEDULE_POST {das Planen} AI_TOOLS {Vorschläge} account {{account}} other {alles Veröffentlichte}}.} credits { für {of, select, PUBLISH_POST {sofortiges Veröffentlichen} SCHEDULE_POST {das Planen} AI_TOOLS {Vorschläge} account {{account}} other {alles Veröffentlichte}}, davon {used, number} geplant oder verbraucht.} rolling { für {of, select, PUBLISH_POST {sofortiges Veröffentlichen} SCHEDULE_POST {das Planen} AI_TOOLS {Vorschläge} account {{account}} other {alles Veröffentlichte}} lässt bis dahin keinen Platz.} other { für {of, select, PUBLISH_POST {sofortiges Veröffentlichen} SCHEDULE_POST {das Planen} AI_TOOLS {Vorschläge} account {{account}} other {alles Veröffentlichte}} ist erreicht: {used, number} von {limit, number} sind geplant oder verbraucht.}}',
    '{then, select, wait {Nichts zu tun: Der Beitrag geht von selbst hinaus, sobald Platz ist.} sooner {Nichts zu tun: Der Beitrag geht von selbst hinaus, sobald Platz ist; mit einem höheren Limit früher.} held {Das Limit erhöhen, dann geht der Beitrag hinaus, sobald Platz ist; oder absagen.} elsewhen {Eine andere Zeit wählen.} after {Ab {roomAt} ist wieder Platz: eine Zeit danach wählen, etwas Geplantes absagen oder das Limit erhöhen.} other {Das Limit erhöhen.}}',
  ],
  'field-missing': ['Diese Angabe fehlt.', 'Ausfüllen und noch einmal versuchen.'],
  'field-text-long': [
    'Höchstens {max, plural, one {ein Zeichen} other {# Zeichen}}.',
    'Kürzen und noch einmal versuchen.',
  ],
  'field-text-short': [
    'Mindestens {min, plural, one {ein Zeichen} other {# Zeichen}}.',
    'Berichtigen und noch einmal versuchen.',
  ],
  'field-list-long': [
    'Höchstens {max, plural, one {ein Eintrag} other {# Einträge}}.',
    'Einige weglassen und noch einmal versuchen.',
  ],
  'field-list-short': [
    'Mindestens {min, plural, one {ein Eintrag} other {# Einträge}}.',
    'Ergänzen und noch einmal versuchen.',
  ],
  'field-large': ['Höchstens {max, number}.', 'Berichtigen und noch einmal versuchen.'],
  'field-small': ['Mindestens {min, number}.', 'Berichtigen und noch einmal versuchen.'],
  'field-no-number': ['Das ist keine Zahl.', 'Berichtigen und noch einmal versuchen.'],
  'field-no-whole-number': ['Das ist keine ganze Zahl.', 'Berichtigen und noch einmal versuchen.'],
  'field-no-text': ['Das ist kein Text.', 'Berichtigen und noch einmal versuchen.'],
  'field-no-choice': [
    'Das steht nicht zur Wahl. Möglich ist: {choices}.',
    'Etwas davon wählen und noch einmal versuchen.',
  ],
  'field-no-address': ['Das ist keine Webadresse.', 'Die ganze Adresse angeben, mit https am Anfang.'],
  'field-no-mail': ['Das ist keine E-Mail-Adresse.', 'Berichtigen und noch einmal versuchen.'],
  'field-no-time': ['Das ist keine Zeitangabe.', 'Berichtigen und noch einmal versuchen.'],
  'field-unknown': ['Das gibt es hier nicht: {names}.', 'Weglassen und noch einmal versuchen.'],
  'field-unfit': ['Diese Angabe passt so nicht.', 'Berichtigen und noch einmal versuchen.'],
  'account-cut': ['{account} ist getrennt.', 'Wieder verbinden oder aus diesem Beitrag nehmen.'],
  'account-signed-out': ['{account} ist abgemeldet; der Beitrag wird darauf warten.', 'Das Konto wieder verbinden.'],
  'advice-waiting': [
    '{count, plural, one {Ein Beitrag wartet} other {# Beiträge warten}} auf dieses Konto.',
    '{cut, select, true {Sie gehen hinaus, sobald es wieder verbunden ist.} other {In der Warteschlange ansehen.}}',
  ],
  'advice-unchecked': [
    'Es wurde {days, plural, one {einen Tag} other {# Tage}} lang nicht geprüft.',
    'Prüfen, damit es nicht erst der nächste Beitrag herausfindet.',
  ],
  'advice-signed-out': ['Der Kanal nimmt die Anmeldung dieses Kontos nicht mehr an.', 'Wieder verbinden.'],
  'advice-cut': ['Es ist getrennt.', 'Zum Veröffentlichen wieder verbinden.'],
  'advice-expiring': [
    'Seine Anmeldung endet {days, plural, =0 {jetzt} one {innerhalb eines Tages} other {in # Tagen}}.',
    'Vorher neu verbinden.',
  ],
  'advice-permissions': [
    '{count, plural, one {Eine Berechtigung fehlt} other {# Berechtigungen fehlen}}: {names}.',
    'Neu verbinden und alles erlauben, wonach gefragt wird.',
  ],
  'advice-never': ['Auf {channel} war noch nie etwas verbunden.', 'Ein Konto hinzufügen, um dort zu veröffentlichen.'],
  'upcoming-file-gone': ['Die Datei „{file}“ fehlt.', 'Noch einmal anhängen.'],
}
