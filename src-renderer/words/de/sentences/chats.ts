import type { ChatsSentence } from '../../../../src-preload/contract/sentences/chats.ts'

export const chats: Readonly<Record<ChatsSentence, string>> = {
  'The text is too long for Discord once its emphasis is written out.':
    'Der Text ist für Discord zu lang, sobald seine Hervorhebungen ausgeschrieben sind.',
  'The files have {size} together; Discord takes {most} at once.':
    'Die Dateien haben zusammen {size}; Discord nimmt {most} auf einmal.',
  'Attach smaller or fewer ones.': 'Kleinere oder weniger anhängen.',
  'Posthorn does not know which message this is on Discord.':
    'Posthorn weiß nicht, welche Nachricht das auf Discord ist.',
  'Change it on Discord itself.': 'Auf Discord selbst ändern.',
  'Discord knows no such thread in this channel.': 'Discord kennt in diesem Kanal keinen solchen Thread.',
  'Check the number of the thread in the options of the post.':
    'Die Nummer des Threads in den Einstellungen des Beitrags prüfen.',
  'The message is no longer on Discord.': 'Die Nachricht steht nicht mehr auf Discord.',
  'The files are too large for this Discord server.': 'Die Dateien sind für diesen Discord-Server zu groß.',
  'Discord sees nothing in it.': 'Discord findet nichts darin.',
  'This channel is a forum: a post must go into one of its threads.':
    'Dieser Kanal ist ein Forum: Ein Beitrag muss in einen seiner Threads.',
  'Name the thread in the options of the post.': 'Den Thread in den Einstellungen des Beitrags angeben.',
  'This thread is archived.': 'Dieser Thread ist archiviert.',
  'Open it again in Discord, or choose another.': 'In Discord wieder öffnen oder einen anderen wählen.',
  'Discord does not know this webhook: it was deleted, or its address is not whole.':
    'Discord kennt diesen Webhook nicht: Er wurde gelöscht, oder seine Adresse ist nicht vollständig.',
  'Discord takes no more posts from this webhook for a moment.':
    'Discord nimmt von diesem Webhook gerade keine Beiträge mehr.',
  'This is not the address of a Discord webhook.': 'Das ist nicht die Adresse eines Webhooks von Discord.',
  'In Discord, open the channel > Edit channel > Integrations > Webhooks, choose or make one, and copy its URL.':
    'In Discord den Kanal öffnen > Edit channel > Integrations > Webhooks, einen wählen oder anlegen und seine URL kopieren.',
  'The text is too long for Matrix once it is written out.':
    'Der Text ist für Matrix zu lang, sobald er ausgeschrieben ist.',
  'Files are no notices.': 'Dateien sind keine Hinweise.',
  'The text is too long to be changed: an edit holds it twice.':
    'Der Text ist zu lang zum Ändern: Eine Änderung enthält ihn zweimal.',
  'It is larger than this server takes.': 'Es ist größer, als dieser Server nimmt.',
  'Shorten it, or attach less.': 'Kürzen oder weniger anhängen.',
  'This account may not do that in this room.': 'Dieses Konto darf das in diesem Raum nicht.',
  'Join the room in your Matrix program, or ask who runs it to let the account speak there.':
    'Dem Raum im Matrix-Programm beitreten oder dessen Leitung bitten, das Konto dort sprechen zu lassen.',
  'The server finds no such room or message.': 'Der Server findet keinen solchen Raum und keine solche Nachricht.',
  'Check the address of the room.': 'Die Adresse des Raums prüfen.',
  'The account is suspended.': 'Das Konto ist gesperrt.',
  'Ask who runs the server.': 'Den Betreiber des Servers fragen.',
  'The server has come to a limit of its own.': 'Der Server ist an ein eigenes Limit gekommen.',
  '{host} does not answer like Matrix.': '{host} antwortet nicht wie Matrix.',
  'Check the address, and what stands in front of it.': 'Die Adresse prüfen und was vor ihr steht.',
  '{host} is too old for Posthorn.': '{host} ist für Posthorn zu alt.',
  'Ask who runs it to bring it up to date.': 'Den Betreiber bitten, ihn zu aktualisieren.',
  '{name} is no server.': '{name} ist kein Server.',
  'Use an address such as @me:example.org.': 'Eine Adresse wie @me:example.org verwenden.',
  'The domain leads to {url}, which is not encrypted.': 'Die Domain führt zu {url}, und das ist nicht verschlüsselt.',
  'Type the address of the server.': 'Die Adresse des Servers angeben.',
  '{file} is larger than this server takes.': '{file} ist größer, als dieser Server nimmt.',
  'This room is encrypted, and Posthorn cannot encrypt what it says there.':
    'Dieser Raum ist verschlüsselt, und Posthorn kann nicht verschlüsseln, was es dort sagt.',
  'Choose a room without encryption, or make one: it cannot be switched off again.':
    'Einen Raum ohne Verschlüsselung wählen oder anlegen: Sie lässt sich nicht wieder ausschalten.',
  '{user} is not in this room.': '{user} ist nicht in diesem Raum.',
  'Join it in your Matrix program, then try again.': 'Ihm im Matrix-Programm beitreten, dann noch einmal versuchen.',
  '{user} may not speak in this room: it has a power of {has}, and {needs} is needed.':
    '{user} darf in diesem Raum nicht sprechen: Berechtigungsstufe {has}, nötig ist {needs}.',
  'Ask who runs the room to let the account speak there.':
    'Die Leitung des Raums bitten, das Konto dort sprechen zu lassen.',
  'This is not an access token.': 'Das ist kein Zugangstoken.',
  'Copy it whole: in Element, Settings > Help & About > Advanced > Access token.':
    'Es ganz kopieren: in Element unter Settings > Help & About > Advanced > Access token.',
  'To sign in by password it must be known who you are.':
    'Für die Anmeldung mit Passwort muss bekannt sein, wer sich anmeldet.',
  'Type your own address: @me:example.org.': 'Die eigene Adresse angeben: @me:example.org.',
  '{host} lets nobody in by password.': '{host} lässt niemanden mit Passwort hinein.',
  'Choose to sign in with a token, and paste an access token of your account.':
    'Die Anmeldung mit Token wählen und ein Zugangstoken des Kontos einfügen.',
  '{host} does not accept this password.': '{host} nimmt dieses Passwort nicht an.',
  'Type the password of the account anew.': 'Das Passwort des Kontos neu eingeben.',
  '{host} could not be asked.': '{host} ließ sich nicht fragen.',
  'Check the address, port and encryption of the mail server, then try again.':
    'Adresse, Port und Verschlüsselung des Mailservers prüfen, dann noch einmal versuchen.',
  'The mail server took it for nobody: {words}': 'Der Mailserver hat es für niemanden angenommen: {words}',
  'Change what it complains about, or the list of readers, and retry.':
    'Ändern, was beanstandet wird, oder die Leserliste, und noch einmal versuchen.',
  'The message is larger than {host} takes.': 'Die Nachricht ist größer, als {host} nimmt.',
  'Attach fewer or smaller pictures.': 'Weniger oder kleinere Bilder anhängen.',
  'Check the encryption and the port in the settings of the account; nothing was sent.':
    'Verschlüsselung und Port in den Einstellungen des Kontos prüfen; es wurde nichts gesendet.',
  '{host} at port {port}': '{host} an Port {port}',
  '{place} does not speak encrypted from the start (tls); it may want starttls.':
    '{place} spricht nicht von Anfang an verschlüsselt (tls); vielleicht ist starttls nötig.',
  '{host} shows no certificate that can be trusted for this name.':
    '{host} zeigt kein Zertifikat, dem für diesen Namen zu trauen ist.',
  '{place} offers no encryption by starttls.': '{place} bietet keine Verschlüsselung mit starttls.',
  '{host} no longer accepts the user name and password.': '{host} nimmt Benutzername und Passwort nicht mehr an.',
  'Connect the account again with the password that the mail server knows.':
    'Das Konto mit dem Passwort, das der Mailserver kennt, noch einmal verbinden.',
  '{host} does not accept this user name with this password.':
    '{host} nimmt diesen Benutzernamen mit diesem Passwort nicht an.',
  'Check both; many providers want an app password made for mail programs.':
    'Beides prüfen; viele Anbieter verlangen ein App-Passwort für Mailprogramme.',
  'The post has lost the ids of its messages.': 'Der Beitrag hat die IDs seiner Nachrichten verloren.',
  'The newsletter has no readers.': 'Der Newsletter hat keine Leser.',
  'Add at least one address.': 'Mindestens eine Adresse hinzufügen.',
  'The list has {count} readers; Posthorn sends to at most {most}.':
    'Die Liste hat {count} Leser; Posthorn sendet an höchstens {most}.',
  'Use a mail service for a list of this size.': 'Für eine Liste dieser Größe einen Maildienst verwenden.',
  '{address} is not one address.': '{address} ist nicht genau eine Adresse.',
  'Use one such as Alice Example <alice@example.com>.': 'Eine wie Alice Example <alice@example.com> verwenden.',
  'The list of readers {path} cannot be read.': 'Die Leserliste {path} ist nicht lesbar.',
  'Put it back, or choose another file.': 'Zurücklegen oder eine andere Datei wählen.',
  'The list of readers {path} is too large.': 'Die Leserliste {path} ist zu groß.',
  'Choose a list of addresses.': 'Eine Liste von Adressen wählen.',
  'Line {line} of the list is no address: {text}': 'Zeile {line} der Liste ist keine Adresse: {text}',
  'Write it as Bob Example <bob@example.com>.': 'Als Bob Example <bob@example.com> schreiben.',
  'Incoming webhooks of Slack take no files.': 'Eingehende Webhooks von Slack nehmen keine Dateien.',
  'Leave them out.': 'Weglassen.',
  'The text is too long for Slack once its <, > and & are written out.':
    'Der Text ist für Slack zu lang, sobald <, > und & ausgeschrieben sind.',
  'This address takes whatever it is sent, which Slack does not.':
    'Diese Adresse nimmt alles, was man ihr sendet; Slack tut das nicht.',
  'The workspace does not let this webhook post there.': 'Der Workspace lässt diesen Webhook dort nicht schreiben.',
  'Ask an administrator of the workspace to allow it.': 'Die Verwaltung des Workspace bitten, es zu erlauben.',
  'The channel is archived.': 'Der Kanal ist archiviert.',
  'Open it again in Slack, or make a webhook for another channel.':
    'In Slack wieder öffnen oder einen Webhook für einen anderen Kanal anlegen.',
  'The channel of this webhook is gone.': 'Den Kanal dieses Webhooks gibt es nicht mehr.',
  'The person this webhook writes to is gone.': 'Die Person, der dieser Webhook schreibt, gibt es nicht mehr.',
  'Only some may post to the general channel.': 'In den allgemeinen Kanal dürfen nur manche schreiben.',
  'Ask an administrator of the workspace, or make a webhook for another channel.':
    'Die Verwaltung des Workspace fragen oder einen Webhook für einen anderen Kanal anlegen.',
  'Slack cannot read the message.': 'Slack kann die Nachricht nicht lesen.',
  'Change the text and retry.': 'Den Text ändern und noch einmal versuchen.',
  'Slack sees no text in it.': 'Slack findet keinen Text darin.',
  'Write something.': 'Etwas schreiben.',
  'Slack does not know this webhook: it was removed, or its address is not whole.':
    'Slack kennt diesen Webhook nicht: Er wurde entfernt, oder seine Adresse ist nicht vollständig.',
  'On api.slack.com/apps, open your app > Incoming Webhooks, add one for the channel, and copy its URL.':
    'Auf api.slack.com/apps die eigene App öffnen > Incoming Webhooks, einen für den Kanal hinzufügen und seine URL kopieren.',
  'This is not the address of an incoming webhook of Slack.':
    'Das ist nicht die Adresse eines eingehenden Webhooks von Slack.',
  'A post with files shows no preview of a link.': 'Ein Beitrag mit Dateien zeigt keine Linkvorschau.',
  'This is not the token of a bot.': 'Das ist nicht das Token eines Bots.',
  'Copy the token that @BotFather gave you, all of it.': 'Das Token von @BotFather kopieren, vollständig.',
  'Telegram does not let the bot delete this message: bots may for 48 hours, and need the right to.':
    'Telegram lässt den Bot diese Nachricht nicht löschen: Bots dürfen das 48 Stunden lang und brauchen das Recht dazu.',
  'Delete it in Telegram by hand.': 'In Telegram von Hand löschen.',
  '{name} may not post in {where}.': '{name} darf in {where} nicht schreiben.',
  'In Telegram, open the channel > Administrators, add the bot, and allow it to post, edit and delete messages.':
    'In Telegram den Kanal öffnen > Administratoren, den Bot hinzufügen und ihm erlauben, Nachrichten zu senden, zu ändern und zu löschen.',
  'In Telegram, add the bot to the group, and allow its members to send messages or make it an administrator.':
    'In Telegram den Bot zur Gruppe hinzufügen und ihren Mitgliedern das Schreiben erlauben oder ihn zum Administrator machen.',
  'Get the token from @BotFather (/mybots > API Token), and connect again with it.':
    'Das Token von @BotFather holen (/mybots > API Token) und damit noch einmal verbinden.',
  'Telegram does not know this bot token: it was revoked, or is not whole.':
    'Telegram kennt dieses Bot-Token nicht: Es wurde widerrufen oder ist nicht vollständig.',
  'A file is too large for this server.': 'Eine Datei ist für diesen Server zu groß.',
  'Telegram knows no such chat, or the bot is not in it.':
    'Telegram kennt keinen solchen Chat, oder der Bot ist nicht darin.',
  'The bot was removed from this chat.': 'Der Bot wurde aus diesem Chat entfernt.',
  'The bot may not do this in this chat.': 'Der Bot darf das in diesem Chat nicht.',
  'Telegram sees no text in it.': 'Telegram findet keinen Text darin.',
  'Telegram cannot use one of the files.': 'Telegram kann eine der Dateien nicht verwenden.',
  'Save it as a JPEG or an MP4 and attach it again.': 'Als JPEG oder MP4 speichern und noch einmal anhängen.',
  'Telegram does not let the bot edit this message any more.':
    'Telegram lässt den Bot diese Nachricht nicht mehr ändern.',
  'Edit it in Telegram itself.': 'In Telegram selbst ändern.',
  'The message is no longer in this chat.': 'Die Nachricht ist nicht mehr in diesem Chat.',
  'The group has become a supergroup with a number of its own.':
    'Die Gruppe ist zu einer Supergruppe mit eigener Nummer geworden.',
  'Connect the account again with the number {number}.': 'Das Konto mit der Nummer {number} noch einmal verbinden.',
  'Telegram does not let the bot write here: {words}': 'Telegram lässt den Bot hier nicht schreiben: {words}',
  'Posthorn does not know which message this is on Telegram.':
    'Posthorn weiß nicht, welche Nachricht das auf Telegram ist.',
  'Change it in Telegram itself.': 'In Telegram selbst ändern.',
  'Nothing to do: Posthorn goes on by itself with those who do not have it.':
    'Nichts zu tun: Posthorn macht von selbst mit denen weiter, die ihn noch nicht haben.',
}
