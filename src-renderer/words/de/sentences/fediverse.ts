import type { FediverseSentence } from '../../../../src-preload/contract/sentences/fediverse.ts'

export const fediverse: Readonly<Record<FediverseSentence, string>> = {
  'Posthorn did not send this post from this account, so it cannot take it down.':
    'Posthorn hat diesen Beitrag nicht von diesem Konto gesendet und kann ihn deshalb nicht löschen.',
  'Delete it on Bluesky itself.': 'Auf Bluesky selbst löschen.',
  'Check the address in the options of the post.': 'Die Adresse in den Einstellungen des Beitrags prüfen.',
  'Bluesky is not signed in to with this account.': 'Mit diesem Konto ist niemand bei Bluesky angemeldet.',
  'Sign in there by the browser again, or connect with an app password.':
    'Dort noch einmal im Browser anmelden oder mit einem App-Passwort verbinden.',
  'This is the password of the account, which Bluesky guards with a code by e-mail.':
    'Das ist das Passwort des Kontos, das Bluesky mit einem Code per E-Mail schützt.',
  'Bluesky does not accept this handle with this password.':
    'Bluesky nimmt diesen Handle mit diesem Passwort nicht an.',
  '{host} does not answer like a Bluesky server.': '{host} antwortet nicht wie ein Server von Bluesky.',
  'Check the address of the server and the handle.': 'Die Adresse des Servers und den Handle prüfen.',
  'It is not said which list may reply.': 'Es ist nicht angegeben, welche Liste antworten darf.',
  'Enter the address of the list.': 'Die Adresse der Liste angeben.',
  'The list has no effect: who may reply is not told by a list.':
    'Die Liste bewirkt nichts: Wer antworten darf, bestimmt keine Liste.',
  'Let a list reply, or take it out.': 'Eine Liste antworten lassen oder sie herausnehmen.',
  'Who may reply is told by the post that begins a thread; this one is a reply.':
    'Wer antworten darf, bestimmt der erste Beitrag eines Threads; dieser hier ist eine Antwort.',
  'The sign-in of this account at Bluesky has ended.': 'Die Anmeldung dieses Kontos bei Bluesky ist abgelaufen.',
  'Sign in there by the browser again.': 'Dort noch einmal im Browser anmelden.',
  'Sign in again and allow it, or use an app password.':
    'Noch einmal anmelden und zustimmen oder ein App-Passwort verwenden.',
  'Posthorn was not allowed in.': 'Posthorn wurde nicht hineingelassen.',
  'Check the address of the server and the connection, then try again.':
    'Die Adresse des Servers und die Verbindung prüfen, dann noch einmal versuchen.',
  '{host} does not let Posthorn sign in by the browser with this handle.':
    '{host} lässt Posthorn mit diesem Handle nicht im Browser anmelden.',
  'Check the server and the handle, or use an app password.':
    'Server und Handle prüfen oder ein App-Passwort verwenden.',
  'A part of this thread was sent before and is no longer on Bluesky.':
    'Ein Teil dieses Threads wurde schon gesendet und steht nicht mehr auf Bluesky.',
  'Delete what is left of it on Bluesky, then duplicate the post and send that.':
    'Auf Bluesky löschen, was davon übrig ist, dann den Beitrag duplizieren und die Kopie senden.',
  'The post has lost the key it was to be found by.':
    'Der Beitrag hat den Schlüssel verloren, unter dem er zu finden wäre.',
  'Post it tomorrow, or without the video. An account must have confirmed its e-mail address for videos.':
    'Morgen veröffentlichen oder ohne das Video. Für Videos muss die E-Mail-Adresse des Kontos bestätigt sein.',
  'Bluesky cannot use {file}: {words}': 'Bluesky kann {file} nicht verwenden: {words}',
  'Export it again as an MP4 of at most three minutes, and attach that.':
    'Noch einmal als MP4 von höchstens drei Minuten exportieren und das anhängen.',
  "Bluesky's video service takes nothing from this account: {words}":
    'Der Videodienst von Bluesky nimmt nichts von diesem Konto: {words}',
  'Confirm the e-mail address of the account on Bluesky, then retry; or post it without the video.':
    'Auf Bluesky die E-Mail-Adresse des Kontos bestätigen und noch einmal versuchen; oder ohne das Video veröffentlichen.',
  'The poll of this post is over: to edit it would open it again.':
    'Die Umfrage dieses Beitrags ist vorbei: Eine Änderung würde sie neu öffnen.',
  'Leave it as it is.': 'So lassen, wie es ist.',
  '{host} does not let programs take a post down.': '{host} lässt Programme keinen Beitrag löschen.',
  'Delete it there by hand.': 'Dort von Hand löschen.',
  'The post is no longer on {place}.': 'Der Beitrag steht nicht mehr auf {place}.',
  'The post stands in {before}, and this text makes {after}.':
    'Der Beitrag steht in {before}, und dieser Text ergibt {after}.',
  'Make it as long as it was, or take it down and post it anew.':
    'So lang machen, wie er war, oder löschen und neu veröffentlichen.',
  '{host} no longer accepts the access token of this account.':
    '{host} nimmt das Zugangstoken dieses Kontos nicht mehr an.',
  '{host} does not accept this access token.': '{host} nimmt dieses Zugangstoken nicht an.',
  'This access token may not do what is needed: it lacks {scopes}.':
    'Dieses Zugangstoken darf nicht, was gebraucht wird: Es fehlt {scopes}.',
  '{host} sends one on to {origin}.': '{host} leitet weiter zu {origin}.',
  'Use {origin} if you trust it.': '{origin} verwenden, wenn man dem traut.',
  '{host} does not answer like a Mastodon server.': '{host} antwortet nicht wie ein Mastodon-Server.',
  'Check the address of the server: it is the one you see when you are signed in there.':
    'Die Adresse des Servers prüfen: die, die man sieht, wenn man dort angemeldet ist.',
  'A part of this thread was sent before and is no longer on {host}.':
    'Ein Teil dieses Threads wurde schon gesendet und steht nicht mehr auf {host}.',
  'Delete what is left of it there, then duplicate the post and send that.':
    'Dort löschen, was davon übrig ist, dann den Beitrag duplizieren und die Kopie senden.',
  'A thread cannot be handed over to the schedule of a Mastodon server.':
    'Ein Thread lässt sich der Planung eines Mastodon-Servers nicht übergeben.',
  'Let Posthorn publish it at its time, or make it one post.':
    'Posthorn ihn zu seiner Zeit veröffentlichen lassen oder einen einzelnen Beitrag daraus machen.',
  '{host} has no schedule: the post stands already.': '{host} hat keine Planung: Der Beitrag steht schon.',
  'Take it down there.': 'Dort löschen.',
  '{host} has no schedule of its own: it published the post at once.':
    '{host} hat keine eigene Planung: Der Beitrag wurde sofort veröffentlicht.',
  'Take it down if that is too early, and let Posthorn keep the time on this server.':
    'Löschen, wenn das zu früh ist, und auf diesem Server Posthorn die Zeit halten lassen.',
  '{host} took the file and did not say where it is.': '{host} hat die Datei genommen und nicht gesagt, wo sie liegt.',
  'Choose another media relay.': 'Eine andere Medienablage wählen.',
  '{host} does not let programs take a file away: that came with Mastodon 4.4.':
    '{host} lässt Programme keine Datei löschen: Das kam mit Mastodon 4.4.',
  'Nothing to do: it takes files that belong to no post away by itself.':
    'Nichts zu tun: Dateien, die zu keinem Beitrag gehören, löscht der Server selbst.',
  'A poll needs a text.': 'Eine Umfrage braucht einen Text.',
  'A poll takes at most {most} choices here; this has {count}.':
    'Eine Umfrage nimmt hier höchstens {most} Antworten; diese hat {count}.',
  'A choice takes at most {most} characters here, and "{choice}" is longer.':
    'Eine Antwort hat hier höchstens {most} Zeichen, und „{choice}“ ist länger.',
  'A poll is open for {least} to {most} minutes here.': 'Eine Umfrage ist hier {least} bis {most} Minuten offen.',
  'Choose another time.': 'Eine andere Zeit wählen.',
  '{host} finds no post at {address}.': '{host} findet keinen Beitrag unter {address}.',
  '{host} has no quotes: they came with Mastodon 4.5.': '{host} kennt keine Zitate: Sie kamen mit Mastodon 4.5.',
  'Put the address of the post into the text instead.': 'Die Adresse des Beitrags stattdessen in den Text schreiben.',
  '{host} made the post without {missing}.': '{host} hat den Beitrag ohne {missing} gemacht.',
  'Look at it there, and take it down if it makes no sense so.':
    'Dort ansehen und löschen, wenn er so keinen Sinn ergibt.',
  'Check the addresses of the relays and the connection, then try again.':
    'Die Adressen der Relays und die Verbindung prüfen, dann noch einmal versuchen.',
  'No relay takes more posts from you for now.': 'Kein Relay nimmt vorerst weitere Beiträge.',
  'Nothing to do: Posthorn waits a moment.': 'Nichts zu tun: Posthorn wartet einen Moment.',
  'The relays have trouble of their own.': 'Die Relays haben selbst ein Problem.',
  'No relay took it: {troubles}': 'Kein Relay hat es genommen: {troubles}',
  'Change what they complain about, or the relays of the account, and retry.':
    'Ändern, was sie beanstanden, oder die Relays des Kontos, und noch einmal versuchen.',
  'Your signer refused: {message}': 'Die Signier-App hat abgelehnt: {message}',
  'Allow it in your signer, then retry.': 'In der Signier-App erlauben, dann noch einmal versuchen.',
  'Your signer wants your approval first.': 'Die Signier-App verlangt zuerst eine Zustimmung.',
  'Your signer does not answer, so the post could not be signed.':
    'Die Signier-App antwortet nicht; der Beitrag ließ sich nicht signieren.',
  'Open the app or machine that has your key; Posthorn tries again by itself.':
    'Die App oder das Gerät mit dem Schlüssel öffnen; Posthorn versucht es von selbst wieder.',
  'Allow Posthorn in your signer.': 'Posthorn in der Signier-App erlauben.',
  'Open {url} and allow Posthorn there.': '{url} öffnen und Posthorn dort erlauben.',
  '{trouble} Then connect again.': '{trouble} Dann noch einmal verbinden.',
  'Your signer does not let Posthorn in: {message}': 'Die Signier-App lässt Posthorn nicht hinein: {message}',
  'Make a new address (bunker://...) in your signer.': 'In der Signier-App eine neue Adresse (bunker://...) anlegen.',
  'Your signer does not answer.': 'Die Signier-App antwortet nicht.',
  'Open the app or machine that has your key, allow Posthorn there, then connect again.':
    'Die App oder das Gerät mit dem Schlüssel öffnen, Posthorn dort erlauben, dann noch einmal verbinden.',
  '{host} takes no more files for now.': '{host} nimmt vorerst keine Dateien mehr.',
  'Nothing to do: it waits.': 'Nichts zu tun: Es wartet.',
  '{host} did not take a file: {words}': '{host} hat eine Datei nicht genommen: {words}',
  '{host} did not take a file.': '{host} hat eine Datei nicht genommen.',
  'Choose another media server in the settings of the account, or leave the file out.':
    'In den Einstellungen des Kontos einen anderen Medienserver wählen oder die Datei weglassen.',
  'Nothing to do: it can be read on the others. Take a relay that refuses you out of the account.':
    'Nichts zu tun: Bei den anderen ist es lesbar. Ein Relay, das ablehnt, aus dem Konto nehmen.',
  'Nothing to do: the relays are asked whether it arrived.':
    'Nichts zu tun: Die Relays werden gefragt, ob er angekommen ist.',
  'None of the relays takes posts from this key.': 'Keines der Relays nimmt Beiträge von diesem Schlüssel.',
  'Choose relays that are open to you, and connect the account again.':
    'Offene Relays wählen und das Konto noch einmal verbinden.',
  'Copy the private key (nsec1...) from the app in which you use it, or the address (bunker://...) of your signer.':
    'Den privaten Schlüssel (nsec1...) aus der App kopieren, in der er verwendet wird, oder die Adresse (bunker://...) der Signier-App.',
  'This is the public key; Posthorn signs with the private one.':
    'Das ist der öffentliche Schlüssel; Posthorn signiert mit dem privaten.',
  'This is not a private key of Nostr.': 'Das ist kein privater Schlüssel von Nostr.',
  'Check the name, or put the public key (nostr:npub1...) into the text.':
    'Den Namen prüfen oder den öffentlichen Schlüssel (nostr:npub1...) in den Text schreiben.',
  'A part of this thread was sent before and reads otherwise now.':
    'Ein Teil dieses Threads wurde schon gesendet und lautet jetzt anders.',
  'Delete what is left of it with another app, then duplicate the post and send that.':
    'Mit einer anderen App löschen, was davon übrig ist, dann den Beitrag duplizieren und die Kopie senden.',
  'The relays could not be asked.': 'Die Relays ließen sich nicht fragen.',
  'This post was made with another key.': 'Dieser Beitrag wurde mit einem anderen Schlüssel gemacht.',
  'Delete it with the app that has that key.': 'Mit der App löschen, die diesen Schlüssel hat.',
  'Not every relay took the request to delete it: it may still stand on {left}.':
    'Nicht jedes Relay hat die Bitte um Löschung angenommen: Auf {left} steht er vielleicht noch.',
  'Try again when they can be reached.': 'Noch einmal versuchen, wenn sie erreichbar sind.',
  'It was called off.': 'Es wurde abgesagt.',
  'It said more than anyone would.': 'Es hat mehr gesagt, als sinnvoll wäre.',
  'It closed the connection ({code}).': 'Die Verbindung wurde dort geschlossen ({code}).',
  'It is done.': 'Es ist erledigt.',
  'It did not answer in time.': 'Es kam nicht rechtzeitig eine Antwort.',
  'The signer has not let Posthorn in yet.': 'Die Signier-App hat Posthorn noch nicht hineingelassen.',
  'It told no public key.': 'Sie hat keinen öffentlichen Schlüssel genannt.',
  'It signed something else than it was given.': 'Sie hat etwas anderes signiert, als ihr gegeben wurde.',
  '{typed} names no signer.': '{typed} nennt keine Signier-App.',
  'This is not the whole address of a signer.': 'Das ist nicht die ganze Adresse einer Signier-App.',
  'Copy the address (bunker://...) anew from your signer.':
    'Die Adresse (bunker://...) noch einmal aus der Signier-App kopieren.',
  'No relay of the signer can be reached.': 'Kein Relay der Signier-App ist erreichbar.',
  'The signer wants to be asked.': 'Die Signier-App will gefragt werden.',
  'The signer did not answer in time.': 'Die Signier-App hat nicht rechtzeitig geantwortet.',
  'It is still working on the file.': 'Die Datei wird dort noch verarbeitet.',
  'It told no address.': 'Es wurde keine Adresse genannt.',
  'X takes a GIF alone, without other files.': 'X nimmt ein GIF allein, ohne andere Dateien.',
  'Leave out the GIF or the others.': 'Das GIF oder die anderen weglassen.',
  'X takes only one of these in a post: {beside}.': 'X nimmt nur eines davon in einem Beitrag: {beside}.',
  'Leave out the others.': 'Die anderen weglassen.',
  'There is no poll: how long one is open has no effect.':
    'Es gibt keine Umfrage: Wie lange sie offen ist, bewirkt nichts.',
  'X takes one cashtag in a post from most developer apps.':
    'X nimmt von den meisten Entwickler-Apps ein Cashtag je Beitrag.',
  'Leave only one in it.': 'Nur eines darin lassen.',
  'X does not let this post be edited: {why}.': 'X lässt diesen Beitrag nicht ändern: {why}.',
  'X did not grant all that is needed: {missing} is missing.':
    'X hat nicht alles erteilt, was gebraucht wird: Es fehlt {missing}.',
  'In the Developer Console, give the app the permission to read and write; then sign in again.':
    'In der Developer Console der App das Lesen und Schreiben erlauben; dann noch einmal anmelden.',
  'X has locked or suspended this account.': 'X hat dieses Konto gesperrt.',
  'Open X, and do what it asks of you there; then retry.':
    'X öffnen und tun, was dort verlangt wird; dann noch einmal versuchen.',
  'X does not let your developer app post.': 'X lässt die eigene Entwickler-App nicht veröffentlichen.',
  'In the Developer Console, see that the app is in a project that may use the API, with read and write permissions; then sign in again.':
    'In der Developer Console prüfen, ob die App in einem Projekt mit API-Zugang ist und lesen und schreiben darf; dann noch einmal anmelden.',
  'The sign-in does not allow this.': 'Die Anmeldung erlaubt das nicht.',
  'Connect the account again, and agree to everything X asks for.':
    'Das Konto noch einmal verbinden und allem zustimmen, wonach X fragt.',
  'X does not let this app reply to that post: its author has not mentioned or quoted you.':
    'X lässt diese App auf diesen Beitrag nicht antworten: Wer ihn schrieb, hat dieses Konto nicht erwähnt oder zitiert.',
  'Reply on X itself, or leave out the post to reply to.':
    'Auf X selbst antworten oder den Beitrag weglassen, auf den geantwortet wird.',
  'The text is too long for this account on X.': 'Der Text ist für dieses Konto auf X zu lang.',
  'Shorten it, or connect the account again if it has X Premium.':
    'Kürzen oder, wenn das Konto X Premium hat, es noch einmal verbinden.',
  'X takes one cashtag in a post.': 'X nimmt ein Cashtag je Beitrag.',
  'X cannot use one of the files.': 'X kann eine der Dateien nicht verwenden.',
  'Save it as a JPEG or an MP4, attach it again, and retry.':
    'Als JPEG oder MP4 speichern, noch einmal anhängen und noch einmal versuchen.',
  'X does not let this post be edited: that takes a subscription, and is over after a while.':
    'X lässt diesen Beitrag nicht ändern: Das braucht ein Abonnement und geht nur eine Zeit lang.',
  'Edit it on X, or take it down and post it anew.': 'Auf X ändern oder löschen und neu veröffentlichen.',
  'Connect the account again: the browser opens.': 'Das Konto noch einmal verbinden: Der Browser öffnet sich.',
  'Buy credits in the Developer Console (console.x.com), then retry.':
    'In der Developer Console (console.x.com) Credits kaufen, dann noch einmal versuchen.',
  'The credits of your developer app at X are used up.':
    'Die Credits der eigenen Entwickler-App bei X sind verbraucht.',
  'X no longer has what this is about.': 'X hat nicht mehr, worum es geht.',
  'Look at it on X.': 'Auf X nachsehen.',
  'X cannot use {file}.': 'X kann {file} nicht verwenden.',
  'Export it again, as a JPEG or as an MP4 with H.264 and AAC.':
    'Noch einmal exportieren, als JPEG oder als MP4 mit H.264 und AAC.',
  'X has a post of yours with the same words, and takes none twice.':
    'X hat schon einen eigenen Beitrag mit denselben Worten und nimmt keinen zweimal.',
}
