import type { app as reasons } from '../../../../src-preload/contract/reasons/app.ts'
import type { Sentences } from '../../told-words.ts'

export const app: Record<keyof typeof reasons, Sentences> = {
  internal: [
    'In Posthorn ist ein Fehler aufgetreten; dieser Schritt hat nichts geändert.',
    'Noch einmal versuchen. Tritt es wieder auf, steht mehr im Protokoll im Datenordner.',
  ],
  'when-unreadable': ['„{value}“ ist kein Datum mit Uhrzeit.', 'In der Form 2026-12-01T09:00 angeben.'],
  'zone-unknown': ['Eine Zeitzone „{zone}“ gibt es nicht.', 'Einen Namen wie Europe/Berlin verwenden.'],
  'state-forbids': [
    'Der Beitrag ist {state, select, draft {ein Entwurf} scheduled {geplant} waiting {am Warten} publishing {unterwegs} published {veröffentlicht} failed {fehlgeschlagen} unconfirmed {unbestätigt} missed {verpasst} cancelled {abgesagt} other {in einem anderen Zustand}} und kann so nicht {move, select, schedule {geplant} claim {gesendet} cancel {abgesagt} release {freigegeben} lapse {als verpasst vermerkt} take_back {zurückgeholt} settle_absent {noch einmal gesendet} settle_found {als gefunden vermerkt} other {geändert}} werden.',
    '{state, select, published {Für eine Wiederholung duplizieren.} other {Nachsehen, wie es jetzt darum steht; es kann sich inzwischen geändert haben.}}',
  ],
  'held-forbids': [
    'Der Kanal hält diesen Beitrag und veröffentlicht ihn selbst; er kann so nicht {move, select, schedule {geplant} claim {gesendet} cancel {abgesagt} release {freigegeben} lapse {als verpasst vermerkt} settle_absent {noch einmal gesendet} settle_found {als gefunden vermerkt} other {geändert}} werden.',
    'Nachsehen, wie es jetzt darum steht; es kann sich inzwischen geändert haben.',
  ],
  'held-overdue': [
    '{channel} hält diesen Beitrag noch, obwohl seine Zeit vorbei ist.',
    'Posthorn fragt weiter nach; dort nachsehen oder jetzt veröffentlichen.',
  ],
  'held-vanished': [
    '{channel} sollte diesen Beitrag veröffentlichen und hat ihn nicht mehr: Er wurde dort entfernt.',
    'Noch einmal veröffentlichen, falls er stehen soll.',
  ],
  'stopped-on-way': [
    'Der Beitrag war unterwegs, als Posthorn stehen blieb, und eine Antwort wurde nicht festgehalten.',
    '{asked, select, true {Nichts zu tun: Der Kanal wird gefragt, ob er angekommen ist.} other {Auf dem Kanal nachsehen und dann angeben, ob er dort steht.}}',
  ],
  'template-name-taken': ['„{name}“ gibt es schon.', 'Einen anderen Namen wählen.'],
  'template-gone': ['Diese Vorlage gibt es nicht mehr.', 'Eine andere wählen.'],
  'account-name-taken': ['Ein Konto namens „{name}“ gibt es schon.', 'Einen anderen Namen wählen.'],
  'no-mentions': ['Auf {channel} lassen sich keine Namen nachschlagen.', 'Den ganzen Namen eingeben.'],
  'restored-missed': [
    'Der Beitrag wartete in der zurückgespielten Sicherung, und seine Zeit verging, ohne dass er gesendet wurde.',
    'Jetzt veröffentlichen, eine neue Zeit wählen oder verwerfen.',
  ],
  'restored-unsure': [
    'Der Beitrag wartete in der zurückgespielten Sicherung und kann seitdem veröffentlicht worden sein.',
    '{asked, select, true {Der Kanal wird gefragt; steht er dort nicht, noch einmal veröffentlichen oder verwerfen.} other {Auf dem Kanal nachsehen; nur veröffentlichen, wenn er dort nicht steht.}}',
  ],
  'slot-no-room-later': [
    'Ein Beitrag, der Platz machen müsste, hat später keinen.',
    'Eine andere Zeit für ihn wählen.',
  ],
  'one-destination': ['Ein Konto bei {channel} veröffentlicht nur an einen Ort.', 'Es gibt nichts zu wählen.'],
  'destination-unknown': ['{account} hat diese Seite oder Pinnwand nicht.', 'In der Liste der Ziele nachsehen.'],
  'no-keychain': [
    'Dieses System hat keinen Schlüsselbund, also noch keinen sicheren Ort für das Passwort.',
    'Wählen: in einer Schlüsseldatei, die niemand sonst lesen kann, oder nur bis Posthorn beendet wird.',
  ],
  'secret-locked': [
    '{keeper, select, system {Das Passwort liegt im Schlüsselbund des Systems, der sich von hier nicht öffnen lässt.} other {Das Passwort wurde mit einer Schlüsseldatei gesichert, die fehlt oder sich geändert hat.}}',
    'Das Konto neu verbinden und das Passwort dabei noch einmal eingeben.',
  ],
  'prompt-empty': ['Es steht nichts darin, woraus ein Text werden könnte.', 'Angeben, worum es im Beitrag geht.'],
  'captions-no-room': [
    'Auf {channel} ist mit diesem Link kein Platz für genug verschiedene Texte.',
    'Den Link weglassen, einen kürzeren nehmen oder weniger Texte wünschen.',
  ],
  'delivery-gone': ['Diese Zustellung gibt es nicht mehr.', 'Im Protokoll nachsehen; es reicht 30 Tage zurück.'],
  'hook-gone': ['Diesen Webhook gibt es nicht mehr.', 'Die Liste der Webhooks neu ansehen.'],
  'hook-off': ['Der Webhook ist ausgeschaltet.', 'Zuerst einschalten.'],
  'hook-address-secret': [
    'In der Adresse steht ein Name oder ein Passwort.',
    'Beides weglassen; Nachrichten sind stattdessen signiert.',
  ],
  'hook-address-open': [
    'Nachrichten an diese Adresse wären unverschlüsselt.',
    'https:// verwenden; http:// ist für localhost und für Zahlenadressen des eigenen Netzes.',
  ],
  'post-deleted': ['Dieser Beitrag wurde gelöscht.', 'Zuerst wiederherstellen oder einen neuen schreiben.'],
  'channel-published': [
    'Der Kanal hat diesen Beitrag schon veröffentlicht.',
    'Bearbeiten oder entfernen, was dort steht.',
  ],
  'cannot-take-back': [
    '{channel} hält diesen Beitrag, und diese Version kann ihn nicht zurückholen.',
    'Dort aus dem Zeitplan nehmen.',
  ],
  'made-on-channel': ['Dieser Beitrag entstand auf dem Kanal selbst.', 'Dort ändern.'],
  'not-standing': [
    'Dieser Beitrag steht nicht auf seinem Kanal.',
    'Nur ein veröffentlichter Beitrag lässt sich dort ändern.',
  ],
  'channel-cannot': ['{channel} kann das nicht.', 'Auf dem Kanal selbst erledigen.'],
  'edits-used': [
    '{channel} erlaubt höchstens {max, plural, one {eine Änderung} other {# Änderungen}} an einem Beitrag, und die sind verbraucht.',
    'Entfernen und neu veröffentlichen oder so lassen.',
  ],
  'edits-over': [
    '{channel} erlaubt Änderungen nur {minutes, plural, one {eine Minute} other {# Minuten}} lang, und die sind vorbei.',
    'Entfernen und neu veröffentlichen oder so lassen.',
  ],
  'retry-forbidden': [
    'Der Beitrag ist {state, select, draft {ein Entwurf} scheduled {geplant} publishing {unterwegs} published {veröffentlicht} unconfirmed {unbestätigt} cancelled {abgesagt} other {in einem anderen Zustand}}; nur Fehlgeschlagenes, Verpasstes und Wartendes lässt sich wiederholen.',
    'Nachsehen, wie es jetzt darum steht; es kann sich inzwischen geändert haben.',
  ],
  'post-gone': ['Diesen Beitrag gibt es nicht mehr.', 'Er wurde vielleicht gelöscht; in der Liste nachsehen.'],
  'held-keeps-time': [
    'Der Kanal hält diesen Beitrag und behält seine Zeit.',
    'Mit einer anderen Zeit zurückholen und dann verschieben.',
  ],
  'due-not-moved': [
    'Dieser Beitrag ist fällig und lässt sich nicht mehr verschieben.',
    'Eine spätere Zeit für ihn wählen.',
  ],
  'state-not-moved': ['Nur Geplantes lässt sich verschieben.', 'Zuerst eine Zeit wählen.'],
  'before-not-scheduled': [
    'Der Beitrag, vor dem er stehen sollte, steht nicht mehr an.',
    'Vor einen stellen, der noch kommt.',
  ],
  'place-past': ['Dieser Platz liegt in der Vergangenheit.', 'Vor einen stellen, der noch kommt.'],
  'moves-too-far': ['Es liegen mehr als {most} Beiträge dazwischen.', 'Stattdessen eine Zeit wählen.'],
  'account-gone': ['Dieses Konto gibt es nicht mehr.', 'Die Liste der Konten neu ansehen.'],
  'channel-unknown': ['Einen Kanal „{channel}“ hat Posthorn nicht.', 'Einen aus der Liste der Kanäle wählen.'],
  'plan-empty': ['Der Plan „{plan}“ hat keine Sendezeiten.', 'Sendezeiten hinzufügen oder selbst eine Zeit wählen.'],
  'plan-full': [
    'Alle Sendezeiten von „{plan}“ sind für die nächsten vier Jahre belegt.',
    'Sendezeiten hinzufügen oder selbst eine Zeit wählen.',
  ],
  'plan-none': [
    'Es gibt noch keinen Plan mit Sendezeiten.',
    'Zuerst einen Plan mit wöchentlichen Sendezeiten anlegen oder selbst eine Zeit wählen.',
  ],
  'plan-gone': ['Diesen Plan gibt es nicht mehr.', 'Einen anderen Plan oder selbst eine Zeit wählen.'],
  'relay-keeps-none': [
    '{channel} bewahrt keine Dateien für andere auf.',
    'Unter Einstellungen > Medienablage einen Ort wählen.',
  ],
  'relay-no-address': ['Eine Datei hat keine Adresse.', 'Unter Einstellungen > Medienablage einen Ort wählen.'],
  'relay-none': ['Es ist keine Medienablage gewählt.', 'Unter Einstellungen > Medienablage einen Ort wählen.'],
  'relay-key-no-bucket': [
    'Ein Schlüssel gehört zu einem Bucket, und keiner ist gewählt.',
    'Zuerst den Bucket angeben.',
  ],
  'relay-key-missing': [
    'Der geheime Schlüssel für den Bucket der Medienablage fehlt.',
    'Unter Einstellungen > Medienablage eintragen.',
  ],
  'limit-taken': ['Ein Limit dieser Art gibt es schon.', 'Jenes ändern oder zuerst entfernen.'],
  'limit-gone': ['Dieses Limit gibt es nicht mehr.', 'Die Liste der Limits neu ansehen.'],
  'posts-file-broken': [
    'Diese Datei mit Beiträgen ist nicht vollständig oder stammt von einem neueren Posthorn.',
    'Noch einmal exportieren oder ein neueres Posthorn verwenden.',
  ],
  'json-broken': ['Das ist kein JSON.', 'Die Datei prüfen oder noch einmal als JSON speichern.'],
  'json-no-list': ['Es ist keine Liste von Beiträgen darin.', 'Die Datei muss eine Liste von Objekten enthalten.'],
  'import-gone': ['Diesen Import gibt es nicht.', 'In der Liste nachsehen.'],
  'import-undone': ['Dieser Import wurde schon rückgängig gemacht.', 'Es gibt nichts zu tun.'],
  'passed-meanwhile': ['Die Zeit ist inzwischen vorbei.', 'Eine andere Zeit geben.'],
  'slots-short': [
    'Für die nächsten vier Jahre sind nicht genug Sendezeiten frei.',
    'Sendezeiten zum Plan hinzufügen oder weniger Beiträge importieren.',
  ],
  'file-empty': ['{file} ist leer.', 'Eine andere Datei wählen.'],
  'file-no-text': ['{file} ist kein Text.', 'Zuerst als CSV speichern oder eine andere Kodierung wählen.'],
  'encoding-unknown': ['Eine Kodierung „{encoding}“ gibt es nicht.', 'Eine andere wählen.'],
  'import-called-off': ['Der Import wurde abgebrochen; es entstand nichts.', 'Bei Gelegenheit noch einmal beginnen.'],
  'import-running': ['Ein anderer Import läuft.', 'Sein Ende abwarten oder ihn abbrechen.'],
  'import-nothing': ['Es gibt nichts zu importieren.', 'Mindestens eine Zeile nehmen.'],
  'import-wrong-rows': [
    '{count, plural, one {In Zeile {row} stimmt etwas nicht.} other {In # Zeilen stimmt etwas nicht, zuerst in Zeile {row}.}}',
    'Berichtigen oder diese Zeilen weglassen.',
  ],
  'import-broke': [
    'In Posthorn ist ein Fehler aufgetreten; es wurde nichts importiert.',
    'Noch einmal versuchen; mehr steht im Protokoll.',
  ],
  'file-not-chosen': ['{file} ist nicht unter dem, was gewählt wurde.', 'Diese Datei auch wählen.'],
  'export-too-large': [
    'Die angehängten Dateien sind für eine einzige Datei mit Beiträgen zu groß.',
    'Die Beiträge ohne sie exportieren oder in den Einstellungen alles als eine Datei.',
  ],
  'zip-too-much': ['In diesem Zip ist zu viel.', 'In mehreren Teilen importieren.'],
  'zip-broken': ['Dieses Zip lässt sich nicht öffnen.', 'Noch einmal packen; es kam vielleicht nicht ganz an.'],
  'file-forgotten': ['Diese Datei ist nicht mehr im Speicher.', 'Die Datei noch einmal wählen.'],
  'file-none': ['Es ist keine Datei da.', 'Eine wählen.'],
  'rows-too-many': ['Es sind {rows, number} Zeilen darin.', 'Höchstens {most, number} auf einmal importieren.'],
  'secret-needed': ['{channel} braucht noch das Passwort oder den Schlüssel.', 'Eintragen.'],
  'file-gone': ['Diese Datei gibt es nicht mehr.', 'Noch einmal anhängen.'],
  'file-not-whole': ['Die Datei kam nicht vollständig an.', 'Noch einmal anhängen.'],
  'key-gone': ['Diesen Schlüssel gibt es nicht mehr.', 'Die Liste der Schlüssel neu ansehen.'],
  'plan-name-taken': ['Einen Plan namens „{name}“ gibt es schon.', 'Einen anderen Namen wählen.'],
  'internal-one': [
    'In Posthorn ist ein Fehler aufgetreten.',
    'Bei diesem einen noch einmal versuchen; mehr steht im Protokoll.',
  ],
  'test-key-keeps-none': [
    'Was Testschlüssel schreiben, wird nicht aufbewahrt.',
    'Einen echten Schlüssel oder die App verwenden.',
  ],
  'copy-failed': [
    'Die Datenbank ließ sich nicht kopieren.',
    'Posthorn versucht es innerhalb der nächsten Stunde wieder.',
  ],
  'replace-unsaid': [
    'Hier sind schon Beiträge oder Konten, und der Import nimmt ihren Platz ein.',
    'Zustimmen, dass sie ersetzt werden; sie werden vorher gesichert.',
  ],
  'post-file-gone': [
    'Die Datei {file} fehlt im Ordner von Posthorn.',
    'Es wurde nichts gesendet. Noch einmal anhängen und wiederholen.',
  ],
  'no-answer': [
    'Der Beitrag wurde gesendet, aber es kam keine Antwort.',
    'Der Kanal wird gefragt, ob er angekommen ist; wo das nicht geht, selbst dort nachsehen.',
  ],
  'no-schedule-there': [
    '{channel} hat keinen eigenen Zeitplan mehr.',
    'Posthorn veröffentlichen lassen: im Beitrag ändern und neu planen.',
  ],
  'sign-in-gone': ['Diese Anmeldung gibt es nicht mehr.', 'Sie wurde benutzt oder aufgegeben: noch einmal anmelden.'],
  'sign-in-over': ['Diese Anmeldung wartet auf nichts mehr.', 'Nachsehen, wie es um sie steht.'],
  'no-sign-in': ['{channel} hat keine Anmeldung über den Browser.', 'Mit dem verbinden, wonach das Formular fragt.'],
  'sign-in-other': ['Diese Anmeldung ist für ein anderes Konto.', 'Für dieses noch einmal anmelden.'],
  'nobody-signed-in': ['Bei {channel} ist noch niemand angemeldet.', 'Zuerst anmelden.'],
  'wrong-address': [
    'Das ist nicht die Adresse, an die {channel} bei dieser Anmeldung zurückgeleitet hat.',
    'Die ganze Adresse, die mit {address} beginnt, aus dem Tab dieser Anmeldung kopieren.',
  ],
  'sign-in-late': ['Die Anmeldung bei {channel} war nach {minutes} Minuten nicht fertig.', 'Noch einmal anmelden.'],
  'sign-in-broke': ['Die Anmeldung bei {channel} brach hier ab.', 'Noch einmal anmelden.'],
  'no-read-back': ['Von {channel} kann Posthorn keine Beiträge zurücklesen.', 'Auf dem Kanal selbst ansehen.'],
  'too-late': [
    'Posthorn war geschlossen oder im Ruhezustand, als das fällig war; jetzt ist es später als erlaubt.',
    'Jetzt veröffentlichen, eine neue Zeit wählen oder verwerfen.',
  ],
  'host-away': ['{host} ist gerade nicht erreichbar.', 'Nichts zu tun: Posthorn versucht es von selbst wieder.'],
  'account-cut-waits': ['{account} ist getrennt.', 'Das Konto wieder verbinden; der Beitrag wird dafür aufbewahrt.'],
  'channel-missing': [
    'Diese Version hat keinen Kanal „{channel}“.',
    'Posthorn aktualisieren oder den Beitrag absagen.',
  ],
  'relay-not-public': [
    'Die Testdatei liegt auf der Medienablage, lässt sich aber von ihrer öffentlichen Adresse nicht abrufen.',
    'Die öffentliche Adresse prüfen und ob dort alle die Dateien lesen dürfen.',
  ],
  'writer-key-locked': [
    'Der Schlüssel zum Server für Vorschläge lässt sich von hier nicht öffnen.',
    'Den Schlüssel noch einmal eingeben.',
  ],
  'writer-key-no-server': [
    'Ein Schlüssel gehört zu einem Server, und keiner ist gewählt.',
    'Zuerst die Adresse des Servers angeben.',
  ],
  'writer-none': [
    'Es ist kein Server für Vorschläge gewählt.',
    'Seine Adresse und ein Modell in den Einstellungen angeben oder Posthorn selbst schreiben lassen.',
  ],
  'writer-no-account': ['Es gibt kein Konto, für das zu schreiben wäre.', 'Ein Konto verbinden oder Kanäle nennen.'],
  'writer-nothing': [
    'Es gibt nichts, woraus zu schreiben wäre: keine Quelle und kein veröffentlichter Beitrag, den diese Konten nicht kennen.',
    'Eine Seite, einen Feed, ein Produkt oder eine Datei angeben.',
  ],
  'caption-no-room': ['Auf {channel} ist kein Platz für einen Text.', 'Dieses Konto oder diesen Kanal weglassen.'],
  'time-passed': ['{wall} ({zone}) ist schon vorbei.', 'Eine spätere Zeit wählen oder jetzt veröffentlichen.'],
  'once-used': [
    'Dieser Schlüssel wurde in den letzten 24 Stunden für einen anderen Beitrag benutzt.',
    'Für einen neuen Beitrag einen neuen Schlüssel verwenden oder genau denselben Inhalt noch einmal senden.',
  ],
  'channel-silent': [
    'Der Kanal hat nicht rechtzeitig geantwortet.',
    'Die Verbindung prüfen und noch einmal versuchen.',
  ],
  'channel-not-asked': ['Der Kanal ließ sich nicht fragen.', 'Gleich noch einmal versuchen.'],
  'being-sent': ['Dieser Beitrag wird gerade gesendet.', 'Einen Moment warten, bis das zu Ende ist.'],
  'no-account': ['Für diesen Beitrag ist kein Konto gewählt.', 'Mindestens ein Konto wählen.'],
  'published-everywhere': ['Dieser Beitrag ist schon überall veröffentlicht.', 'Für eine Wiederholung duplizieren.'],
  'not-a-target': ['An dieses Konto kann dieser Beitrag nicht mehr gehen.', 'Seine Ziele ansehen.'],
  'no-room-for-copy': [
    'Eine Kopie der Datenbank braucht {neededSize}, und auf dem Datenträger sind noch {freeSize} frei: Sie wurde nicht angelegt.',
    'Platz schaffen; alles bisher Gespeicherte ist sicher.',
  ],
  'called-off': ['Es wurde abgebrochen.', 'Es hat sich nichts geändert; bei Bedarf neu beginnen.'],
  'database-lost': ['Von der beschädigten Datenbank ist nichts lesbar.', 'Eine Sicherung zurückspielen.'],
  'database-damaged': [
    'Die Datenbank ist beschädigt; sie blieb, wie sie war.',
    'Eine Sicherung zurückspielen oder retten, was lesbar ist: die App starten oder „posthorn recover“ ausführen.',
  ],
  'snapshot-gone': ['Diese Sicherung gibt es nicht mehr.', 'Die Liste der Sicherungen neu ansehen.'],
  'disk-full': [
    'Der Datenträger ist voll, das ließ sich nicht speichern.',
    'Platz schaffen und noch einmal versuchen; alles bisher Gespeicherte ist sicher.',
  ],
  'folder-read-only': [
    'Posthorn kann nicht in seinen Datenordner schreiben.',
    'Das Schreiben erlauben oder mit POSTHORN_HOME einen anderen Ordner wählen.',
  ],
  'database-not-ours': [
    'Die Datenbank ist beschädigt oder keine von Posthorn; sie blieb, wie sie war.',
    'Eine Sicherung zurückspielen oder retten, was lesbar ist: die App starten oder „posthorn recover“ ausführen.',
  ],
  'disk-fault': [
    'Der Datenträger meldete einen Fehler, während Posthorn seine Datenbank benutzte.',
    'Den Datenträger prüfen, dann Posthorn neu starten; alles bisher Gespeicherte ist sicher.',
  ],
  'database-busy': [
    'Ein anderes Programm benutzt gerade die Datenbank.',
    'Es schließen und noch einmal versuchen; es hat sich nichts geändert.',
  ],
  'no-room-for-file': [
    'Die Datei ist {neededSize} groß, und auf dem Datenträger mit dem Ordner von Posthorn sind noch {freeSize} frei.',
    'Platz schaffen und noch einmal anhängen; es wurde nichts kopiert.',
  ],
  'this-file-empty': ['Die Datei ist leer.', 'Eine andere Datei wählen.'],
  'alias-taken': [
    'Der Alias „{alias}“ gehört schon zum Konto „{account}“.',
    'Einen anderen Alias wählen oder ihn zuerst dort entfernen.',
  ],
  'database-newer': [
    'Die Datenbank schrieb ein neueres Posthorn: Sie hat Version {found}, dieses Posthorn kennt Versionen bis {known}.',
    'Posthorn aktualisieren; es wurde nichts angerührt.',
  ],
  'cursor-foreign': ['Diese Stelle gehört nicht zu dieser Liste.', 'Auf der ersten Seite neu beginnen.'],
  'port-taken': [
    'Der Port {port} dieses Computers, an den der Browser nach der Anmeldung zurückkehrt, lässt sich nicht öffnen.',
    'Ein anderes Programm hat ihn, vielleicht ein zweites Posthorn: jenes beenden, dann noch einmal anmelden.',
  ],
  'key-file-gone': ['Die Schlüsseldatei {path} fehlt.', 'Sie zurücklegen oder noch einmal anmelden.'],
  'key-file-other': ['Der Schlüssel in {path} öffnet dieses Passwort nicht.', 'Noch einmal anmelden.'],
  'key-file-open': [
    'Andere auf diesem Computer können die Schlüsseldatei {path} lesen.',
    'Ausführen: chmod 600 "{path}"',
  ],
  'key-file-broken': [
    'Die Datei {path} ist kein Schlüssel.',
    'Die richtige zurücklegen oder sie entfernen und neu anmelden.',
  ],
  'test-key-no-keys': [
    'Ein Testschlüssel kommt nicht an die Schlüssel.',
    'Einen echten Schlüssel oder die App verwenden.',
  ],
  'bucket-unknown': ['{host} hat keinen Bucket „{bucket}“.', 'Den Namen des Buckets und den Endpunkt prüfen.'],
  'bucket-key-refused': [
    '{host} nimmt den Schlüssel des Buckets nicht an.',
    'Zugriffsschlüssel und geheimen Schlüssel prüfen.',
  ],
  'bucket-elsewhere': [
    '{host} hält diesen Bucket in einer anderen Region oder unter einer anderen Adresse.',
    'Region und Endpunkt prüfen.',
  ],
  'bucket-write-refused': [
    '{host} lässt diesen Schlüssel nicht in „{bucket}“ schreiben.',
    'Dem Schlüssel das Ablegen und Löschen in diesem Bucket erlauben.',
  ],
  'bucket-not-kept': ['{host} konnte die Datei nicht aufbewahren.', 'Gleich noch einmal versuchen.'],
  'bucket-silent': [
    '{host} antwortet nicht oder braucht zu lange.',
    'Den Endpunkt und das Netz prüfen, dann noch einmal versuchen.',
  ],
  'bucket-open': ['Der Endpunkt des Buckets ist nicht verschlüsselt.', 'Eine https-Adresse verwenden.'],
  'data-turning': ['Die Daten werden gerade schon ersetzt.', 'Warten, bis das fertig ist.'],
  'archive-running': ['Ein Export oder Import läuft schon.', 'Warten, bis er fertig ist, oder ihn abbrechen.'],
  quitting: ['Posthorn wird gerade beendet.', 'Gleich noch einmal versuchen.'],
  'address-unknown': ['{host} hat diese Adresse nicht.', 'Die Adresse prüfen.'],
  'page-too-large': ['Was bei {host} liegt, ist größer als {mostSize}.', 'Eine kleinere Datei verwenden.'],
  'address-private': [
    '{host} ist eine Adresse des eigenen Netzes oder keine des Webs.',
    'Eine öffentliche http- oder https-Adresse verwenden oder private in den Einstellungen erlauben.',
  ],
  'address-silent': ['{host} antwortet nicht.', 'Die Adresse und das Netz prüfen, dann noch einmal versuchen.'],
  'folder-not-writable': ['In {path} kann Posthorn nicht schreiben.', 'Einen anderen Ort wählen.'],
  'file-not-there': ['Die Datei {path} gibt es nicht.', 'Ihren Namen prüfen.'],
  'no-room-for-archive': [
    'Die Datei ist {neededSize} groß, und auf dem Datenträger sind noch {freeSize} frei.',
    'Platz schaffen.',
  ],
  'passphrase-needed': [
    'Die Datei ist durch eine Passphrase geschützt.',
    'Die Passphrase angeben, mit der sie entstand.',
  ],
  'passphrase-wrong': [
    'Das ist nicht die Passphrase dieser Datei.',
    'Noch einmal prüfen; es hat sich nichts geändert.',
  ],
  'archive-newer': [
    'Die Datei stammt von einem neueren Posthorn ({version}).',
    'Posthorn aktualisieren; es hat sich nichts geändert.',
  ],
  'archive-broken': [
    'Die Datei ist kein vollständiger Export von Posthorn: abgeschnitten, verändert oder etwas anderes.',
    'Eine andere Kopie verwenden; es hat sich nichts geändert.',
  ],
  'file-unreadable': ['Die Datei {path} ist nicht lesbar.', 'Ihren Namen prüfen und ob sie gelesen werden darf.'],
  'folder-not-shown': [
    'Der Ordner dieses Beitrags lässt sich nicht anzeigen.',
    'Unter seinem Pfad nachsehen oder „Später veröffentlichen“ wählen: Dann wird er neu angelegt.',
  ],
  'file-not-shown': [
    'Die Datei dieses Beitrags lässt sich nicht anzeigen.',
    'Nachsehen, ob sie verschoben, umbenannt oder gelöscht wurde.',
  ],
  'writer-no-answer': [
    'Der Server unter {url} gab für {model} keine Antwort, wie Server für Vorschläge sie geben.',
    'Die Adresse prüfen oder ein anderes Modell wählen.',
  ],
  'writer-unreadable': [
    'Was {model} unter {url} antwortete, ist nicht als Text lesbar.',
    'Noch einmal versuchen oder ein anderes Modell wählen.',
  ],
  'writer-slow': [
    '{model} brauchte zu lange für eine Antwort.',
    'Noch einmal versuchen oder ein kleineres Modell wählen.',
  ],
  'writer-away': [
    'Der Server für Vorschläge unter {url} ist nicht erreichbar.',
    'Ihn starten oder seine Adresse in den Einstellungen berichtigen.',
  ],
  'writer-offline': [
    'Dieser Computer ist offline.',
    'Posthorn selbst schreiben lassen oder es später mit Netz noch einmal versuchen.',
  ],
  'writer-not-asked': [
    '{model} ließ sich nicht fragen.',
    'Gleich noch einmal versuchen oder Posthorn selbst schreiben lassen.',
  ],
  'writer-key': [
    'Der Server für Vorschläge unter {url} verlangt einen anderen oder überhaupt einen Schlüssel.',
    'Den Schlüssel für diesen Server in den Einstellungen eintragen.',
  ],
  'writer-no-model': ['Der Server für Vorschläge hat kein Modell „{model}“.', 'Eines wählen, das er hat.'],
  'writer-not-there': [
    'Unter {url} gibt es keinen Server für Vorschläge.',
    'Seine Adresse endet meist auf /v1; in den Einstellungen berichtigen.',
  ],
  'writer-no-credit': [
    'Das Konto beim Server für Vorschläge hat kein Guthaben mehr.',
    'Dort aufladen oder Posthorn selbst schreiben lassen.',
  ],
  'writer-too-often': [
    'Der Server für Vorschläge wurde zu oft gefragt.',
    'Gleich noch einmal versuchen oder Posthorn selbst schreiben lassen.',
  ],
  'writer-error': [
    'Der Server für Vorschläge antwortete mit einem Fehler.',
    'Gleich noch einmal versuchen oder Posthorn selbst schreiben lassen.',
  ],
  'asset-no-words': ['Eine Quelle hat keine Worte, über die zu schreiben wäre.', 'Ihr einen Titel geben.'],
  'asset-empty': [
    'In {name} ist nichts, woraus ein Beitrag werden könnte.',
    'Eine Seite, einen Feed, eine Produktliste (JSON oder CSV) oder eine Markdown-Datei angeben.',
  ],
  'cannot-share': [
    'Das lässt sich von hier nicht teilen.',
    '{menu, select, true {Teilen, sobald es veröffentlicht ist und einen Link hat.} other {Stattdessen den Link kopieren.}}',
  ],
  'file-name-unfit': ['Das ist nicht der Name einer gespeicherten Datei.', 'Die Datei noch einmal anhängen.'],
}
