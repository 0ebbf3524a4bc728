import type { channels as reasons } from '../../../../src-preload/contract/reasons/channels.ts'
import type { Sentences } from '../../told-words.ts'

export const channels: Record<keyof typeof reasons, Sentences> = {
  'as-said': ['{message}', '{next}'],
  'relays-partly': [
    '{took, number} von {all, plural, one {# Relay} other {# Relays}} {took, plural, one {hat} other {haben}} es. {whom}.',
    'Nichts zu tun: Bei den anderen ist es lesbar. Ein Relay, das ablehnt, aus dem Konto nehmen.',
  ],
  'newsletter-partly': [
    '{sent, number} von {all, plural, one {# Leser} other {# Lesern}} {sent, plural, one {hat} other {haben}} es.{what, select, later { Der Mailserver verlangt eine Pause vor {count, plural, one {# Leser} other {# Lesern}}.} pause { {host} verlangt eine Pause.} refused { Der Mailserver hat abgelehnt: {whom}.} lost { Für {whom} kam keine Antwort{count, plural, =0 {} one {, auch nicht für einen weiteren} other {, auch nicht für # weitere}}.{open, plural, =0 {} one { Ein Leser wurde noch nicht erreicht.} other { # Leser wurden noch nicht erreicht.}}} other {}}',
    '{what, select, later {Nichts zu tun: Posthorn sendet ihnen später.} pause {Nichts zu tun: Posthorn macht von selbst mit denen weiter, die ihn noch nicht haben.} refused {Diese Adressen in der Liste berichtigen oder herausnehmen.} lost {Dort fragen, ob er angekommen ist. Ist er da und niemand übrig, als gefunden melden; noch einmal senden, um ihn diesen und allen anderen zu schicken, die ihn nicht haben.} other {Nichts zu tun: Posthorn macht mit den anderen weiter.}}',
  ],
  'address-not-encrypted': [
    '{address} ist nicht verschlüsselt, also darf nichts Geheimes dorthin.',
    'Eine Adresse verwenden, die mit https beginnt.',
  ],
  'sign-in-denied': ['Bei {network} wurde Posthorn nicht hineingelassen.', 'Noch einmal anmelden und dort zustimmen.'],
  'sign-in-trouble': ['{network} hat gerade selbst ein Problem.', 'Nach einer Weile noch einmal anmelden.'],
  'app-not-allowed': [
    '{network} ließ die eigene Entwickler-App nicht nach dem fragen, was Posthorn braucht.',
    'Dort prüfen, ob die App alle Berechtigungen und die Rückleitungsadresse hat, die Posthorn nennt.',
  ],
  'sign-in-address': [
    'Das ist nicht die Adresse, an die {network} bei dieser Anmeldung zurückgeleitet hat.',
    'Die ganze Adresse aus dem Tab dieser Anmeldung kopieren oder noch einmal anmelden.',
  ],
  'app-unknown': [
    '{network} kennt die eigene Entwickler-App unter dieser ID und diesem Geheimnis nicht.',
    'Beides noch einmal von der Seite der App kopieren.',
  ],
  'sign-in-not-taken': ['{network} hat die Anmeldung nicht angenommen.', 'Noch einmal anmelden.'],
  'picture-unreadable': ['Das Bild ist nicht lesbar.', 'Noch einmal anhängen.'],
  'channel-asks-to-wait': [
    '{network} nimmt von diesem Konto vorerst keine Beiträge mehr.',
    'Nichts zu tun: Posthorn wartet so lange, wie {network} verlangt.',
  ],
  'answer-lost': [
    'Der Beitrag wurde gesendet, aber es kam keine Antwort.',
    '{asked, select, true {Nichts zu tun: {network} wird gefragt, ob er angekommen ist.} other {{network} lässt sich nicht fragen: dort nachsehen. Steht er dort, als gefunden melden; wenn nicht, noch einmal senden.}}',
  ],
  'host-in-trouble': [
    '{host} hat gerade selbst ein Problem.',
    'Nichts zu tun: Posthorn versucht es von selbst wieder.',
  ],
  'something-in-the-way': [
    'Statt {host} antwortet gerade etwas anderes.',
    'Nichts zu tun: Posthorn versucht es von selbst wieder. Verlangt das Netz hier eine Anmeldung, sich dort anmelden.',
  ],
  'host-not-network': [
    '{host} antwortet nicht wie {network}.',
    'Die Adresse prüfen und ob unterwegs etwas (ein Proxy, eine Firewall) an seiner Stelle antwortet.',
  ],
  'change-unanswered': ['Ob es geändert wurde, kam keine Antwort.', 'Dort nachsehen oder noch einmal versuchen.'],
  'sound-alone': ['In dieser Datei ist nur Ton.', 'Ein Video anhängen oder mit einem Bild eines daraus machen.'],
  'video-other-kind': ['Diese Art von Video kann Posthorn nicht veröffentlichen.', 'Als MP4 speichern und anhängen.'],
  offline: [
    'Dieser Computer ist offline.',
    '{again, select, true {Nichts zu tun: Es geht weiter, sobald das Netz wieder da ist.} other {Noch einmal versuchen, sobald das Netz wieder da ist.}}',
  ],
  'host-unreachable': [
    '{host} ist gerade nicht erreichbar.',
    '{again, select, true {Nichts zu tun: Posthorn versucht es von selbst wieder.} other {Später noch einmal versuchen.}}',
  ],
  'host-name-unknown': [
    'Den Namen {host} gibt es nicht.',
    'Die Adresse prüfen und ob dieser Computer online ist. {again, select, true {Posthorn versucht es von selbst wieder.} other {Später noch einmal versuchen.}}',
  ],
  'host-name-unasked': [
    'Der Name {host} lässt sich gerade nicht nachschlagen.',
    'Prüfen, ob dieser Computer online ist. {again, select, true {Posthorn versucht es von selbst wieder.} other {Später noch einmal versuchen.}}',
  ],
  'host-not-encrypted': [
    '{host} antwortet nicht über eine verschlüsselte Verbindung.',
    'Es wurde nichts gesendet. Verlangt das Netz hier eine Anmeldung, sich dort anmelden; wenn nicht, Adresse und Port prüfen. {again, select, true {Posthorn versucht es von selbst wieder.} other {Später noch einmal versuchen.}}',
  ],
  'host-not-trusted': [
    'Dem Zertifikat von {host} ist nicht zu trauen: {why, select, expired {Es ist abgelaufen.} early {Es gilt noch nicht.} revoked {Es wurde widerrufen.} name {Es gilt für einen anderen Namen.} other {Niemand, dem dieser Computer traut, hat es ausgestellt.}}',
    'Es wurde nichts gesendet. {why, select, expired {Stimmt das Datum dieses Computers, muss der Betreiber es erneuern.} early {Das Datum dieses Computers prüfen.} revoked {Der Betreiber muss es ersetzen.} name {Die Adresse prüfen; verlangt das Netz hier eine Anmeldung, sich dort anmelden.} other {Verlangt das Netz hier eine Anmeldung, sich dort anmelden; auf einem eigenen Server ein öffentlich anerkanntes Zertifikat verwenden.}} {again, select, true {Posthorn versucht es von selbst wieder.} other {Später noch einmal versuchen.}}',
  ],
  'post-lost-name': [
    'Der Beitrag hat den Namen verloren, unter dem er zu finden wäre.',
    'Den Beitrag duplizieren und die Kopie senden.',
  ],
  'file-kind-unknown': [
    'Diese Art von Datei kann Posthorn nicht veröffentlichen.',
    'Ein Bild (JPEG, PNG, WebP, GIF, AVIF, HEIC), ein Video (MP4, MOV, WebM) oder ein PDF verwenden.',
  ],
  'file-drawing': ['Das ist eine SVG-Zeichnung; kein Netzwerk nimmt sie.', 'Als PNG exportieren und anhängen.'],
  'too-many-pixels': ['Dieses Bild hat zu viele Pixel.', 'Verkleinern und noch einmal anhängen.'],
  'file-damaged': [
    '{kind, select, video {Dieses Video} document {Dieses Dokument} other {Dieses Bild}} ist beschädigt oder nicht vollständig.',
    '{kind, select, image {In einem Bildprogramm öffnen und neu speichern oder eine andere Datei wählen.} other {Noch einmal exportieren oder eine andere Datei wählen.}}',
  ],
  'picture-moves': [
    'Ein bewegtes Bild lässt sich hier nicht zuschneiden oder drehen.',
    'In einem Filmprogramm ändern und das Ergebnis anhängen.',
  ],
  'nothing-to-post': ['Es gibt noch nichts zu veröffentlichen.', 'Etwas schreiben oder eine Datei anhängen.'],
  'media-required': [
    '{type, select, none {{network} verlangt für jeden Beitrag eine Datei.} other {{type} verlangt bei {network} eine Datei.}}',
    'Anhängen, was gebraucht wird, oder dieses Konto weglassen.',
  ],
  'too-many-media': [
    '{network} nimmt höchstens {most, plural, one {eine Datei} other {# Dateien}}; hier {count, plural, one {ist es eine} other {sind es #}}.',
    'Einige entfernen.',
  ],
  'content-mismatch': [
    '{count, plural, =0 {Einen Text ohne Link nimmt {network} hier nicht} one {Diese Datei nimmt {network} so nicht} other {Diese # Dateien nimmt {network} zusammen nicht}}{type, select, none {} other { als {type}}}.',
    'Das Angehängte oder die Art des Beitrags ändern.',
  ],
  'text-not-shown': ['{network} zeigt den Text davon nicht.', 'Nichts zu tun, wenn das so recht ist.'],
  'video-unmeasured': [
    '{network} nimmt Videos von {least} bis {most} Sekunden; wie lang {file} ist, ist nicht bekannt.',
    'Sicherstellen, dass es passt.',
  ],
  'video-length': [
    '{file} dauert {seconds, number} Sekunden; {network} nimmt Videos von {least} bis {most} Sekunden.',
    '{way, select, longer {Kürzen und noch einmal anhängen; Posthorn kürzt keine Videos.} other {Ein längeres anhängen.}}',
  ],
  'file-kind': ['{file} ist vom Typ {kind}; das nimmt {network} nicht.', 'Entfernen oder für dieses Konto weglassen.'],
  'breaks-limit': [
    '{file} überschreitet ein Limit, und bei diesem Beitrag ist nichts anzupassen.',
    'Eine passende Datei anhängen oder Posthorn anpassen lassen.',
  ],
  'image-too-small': [
    '{file} hat {width} × {height}; {network} nimmt Bilder ab {least} Pixeln je Seite.',
    'Ein größeres anhängen.',
  ],
  'document-too-large': ['{file} hat {fileSize}; {network} nimmt Dokumente bis {limitSize}.', 'Verkleinern.'],
  'still-image': [
    '{file} wird sich nicht bewegen: Nur das erste Bild wird gesendet.',
    'Nichts zu tun, wenn das so recht ist.',
  ],
  'alt-missing': [
    '{file} hat keine Beschreibung für alle, die es nicht sehen können.',
    'Beschreiben, was das Bild zeigt.',
  ],
  'alt-too-long': [
    'Die Beschreibung von {file} ist länger als die {max, number} Zeichen, die {network} kennt.',
    'Die Beschreibung kürzen.',
  ],
  'alt-not-shown': [
    '{network} hat keinen Platz für Beschreibungen: Die von {file} wird nicht gesendet.',
    'Im Text sagen, was man davon wissen muss.',
  ],
  'file-lost': ['Die Datei {file} fehlt im Ordner von Posthorn.', 'Noch einmal anhängen.'],
  'image-not-made': [
    '{file} lässt sich nicht für {network} herrichten.',
    'Als JPEG speichern und noch einmal anhängen.',
  ],
  'video-not-made': ['{file} lässt sich nicht für {network} herrichten.', 'Noch einmal exportieren.'],
  'video-not-small': ['{file} lässt sich nicht klein genug für {network} machen.', 'Ein kürzeres anhängen.'],
  'video-unfit': [
    '{trouble, select, kind {{file} ist ein Video vom Typ {kind}; das nimmt {network} nicht.} bytes {{file} hat {fileSize}; {network} nimmt Videos bis {limitSize}.} side {{file} hat {value}; {network} nimmt Videos bis {most} Pixel je Seite.} frames {{file} hat {value} Bilder je Sekunde; {network} nimmt höchstens {most}.} seconds {{file} dauert {value} Sekunden; {network} nimmt Videos von {least} bis {most} Sekunden.} ratio {{file} hat {value}; {network} nimmt Videos, die {least}- bis {most}-mal so breit wie hoch sind.} small {{file} hat {value}; {network} nimmt Videos ab {least} Pixeln je Seite.} other {{file} hat {fileSize}; {network} nimmt Videos ab {limitSize}.}}',
    '{mend, select, ffmpeg {Noch einmal exportieren oder das Programm ffmpeg installieren: Damit passt Posthorn das Video an.} fit {Ein passendes anhängen oder Posthorn anpassen lassen.} strict {Ein passendes anhängen.} other {Passend neu exportieren; Posthorn kürzt und beschneidet keine Videos.}}',
  ],
  'relay-wanted': [
    '{network} holt Dateien von einer öffentlichen Adresse, und dafür ist kein Ort gewählt.',
    'Unter Einstellungen > Medienablage einen wählen.',
  ],
  'type-unsupported': [
    'Beiträge der Art {type} gibt es bei {network} nicht.',
    'Eine andere Art wählen oder die Angabe weglassen.',
  ],
  'option-unknown': [
    'Eine Einstellung „{option}“ kennt {network} nicht; sie bewirkt nichts.',
    'Die Schreibweise prüfen oder sie herausnehmen.',
  ],
  'text-nearly-full': ['Der Text belegt {used, number} von {max, number} {unit}.', 'Es ist nicht mehr viel Platz.'],
  'text-too-long': [
    'Der Text ist für {network} zu lang: {used, number} von {max, number} {unit}.',
    '{split, select, true {Kürzen oder auf einen Thread aufteilen.} other {Kürzen.}}',
  ],
  'title-missing': ['{network} braucht einen Titel.', 'Einen angeben.'],
  'title-too-long': [
    'Der Titel ist für {network} zu lang: {used, number} von {max, number} Zeichen.',
    'Die erste Zeile kürzen oder einen eigenen Titel angeben.',
  ],
  'too-many-marks': [
    '{network} nimmt höchstens {max, number} {what, select, hashtags {Hashtags} other {Erwähnungen}} in einem Beitrag; hier sind es {count, number}.',
    'Einige entfernen.',
  ],
  'text-refused': ['{network} lehnt Texte ab, in denen das steht: {never}.', 'Herausnehmen.'],
  'change-cut': [
    '{before} wird an beiden Enden auf {after} beschnitten, denn {network} nimmt Breiten vom {least}- bis {most}-Fachen der Höhe.',
  ],
  'change-resized': [
    '{before} wird {after}, denn {network} nimmt höchstens {why, select, side {{most} Pixel} other {{limitSize}}}.',
  ],
  'change-converted': [
    '{before} wird {after}{why, select, moving {, und nur das erste Bild wird gesendet} kind {, denn {network} nimmt {kinds}} other {, denn {network} nimmt höchstens {limitSize}}}.',
  ],
  'change-first-frame': ['Von dem bewegten Bild wird nur das erste gesendet.'],
  'change-smaller': ['{beforeSize} werden {afterSize}, denn {network} nimmt höchstens {limitSize}.'],
  'change-smaller-video': ['{beforeSize} werden höchstens {limitSize}, denn {network} nimmt nicht mehr.'],
  'change-frames': ['{before} Bilder je Sekunde werden {after}, denn {network} nimmt nicht mehr.'],
  'change-private': ['Was das Bild über Ort und Kamera verrät, wird weggelassen.'],
  'change-upright': ['Das Bild wird aufrecht gespeichert.'],
}
