import type { MetaSentence } from '../../../../src-preload/contract/sentences/meta.ts'

export const meta: Readonly<Record<MetaSentence, string>> = {
  'A post with files shows no card of a link.': 'Ein Beitrag mit Dateien zeigt keine Linkkarte.',
  'Only videos and reels have a title.': 'Einen Titel haben nur Videos und Reels.',
  'Stories have no comments.': 'Storys haben keine Kommentare.',
  'Leave it with Posthorn, which publishes it at its time.':
    'Bei Posthorn lassen, das ihn zu seiner Zeit veröffentlicht.',
  'The schedule of a Facebook page takes no stories.': 'Die Planung einer Facebook-Seite nimmt keine Storys.',
  'The schedule of a Facebook page reaches 30 days ahead.': 'Die Planung einer Facebook-Seite reicht 30 Tage voraus.',
  'This sign-in shows no Facebook page: profiles take no posts from programs.':
    'Diese Anmeldung zeigt keine Facebook-Seite: Profile nehmen keine Beiträge von Programmen.',
  'Sign in again and choose the pages to publish to; you must be allowed to create content there.':
    'Noch einmal anmelden und die Seiten zum Veröffentlichen wählen; dort muss das Erstellen von Inhalten erlaubt sein.',
  'Instagram has no place for descriptions of videos and stories: that of {file} is not sent.':
    'Instagram hat keinen Platz für Beschreibungen von Videos und Storys: Die von {file} wird nicht gesendet.',
  'Only reels can be shown in the feed as well, and have a cover.':
    'Nur Reels können auch im Feed erscheinen und ein Titelbild haben.',
  'This sign-in shows no professional Instagram account that is connected to a Facebook page.':
    'Diese Anmeldung zeigt kein professionelles Instagram-Konto, das mit einer Facebook-Seite verbunden ist.',
  'In Instagram, make the account a professional one and connect it to your page, then sign in again and choose both.':
    'In Instagram das Konto zu einem professionellen machen und mit der Seite verbinden, dann noch einmal anmelden und beide wählen.',
  'Instagram takes no more posts from this account: those of the last 24 hours are all it allows.':
    'Instagram nimmt von diesem Konto keine Beiträge mehr: Die der letzten 24 Stunden sind alles, was es erlaubt.',
  'Nothing to do: Posthorn waits until there is room again.': 'Nichts zu tun: Posthorn wartet, bis wieder Platz ist.',
  'A poll on LinkedIn needs a question of its own.': 'Eine Umfrage auf LinkedIn braucht eine eigene Frage.',
  'LinkedIn did not grant the permission to post (w_member_social).':
    'LinkedIn hat die Berechtigung zum Veröffentlichen (w_member_social) nicht erteilt.',
  'Add the product Share on LinkedIn to your app, then sign in again.':
    'Der eigenen App das Produkt Share on LinkedIn hinzufügen, dann noch einmal anmelden.',
  'LinkedIn has restricted this account.': 'LinkedIn hat dieses Konto eingeschränkt.',
  'Open LinkedIn, and do what it asks of you there; then retry.':
    'LinkedIn öffnen und tun, was dort verlangt wird; dann noch einmal versuchen.',
  'LinkedIn cannot use one of the files.': 'LinkedIn kann eine der Dateien nicht verwenden.',
  'Save it as a JPEG, an MP4 or a PDF, attach it again, and retry.':
    'Als JPEG, MP4 oder PDF speichern, noch einmal anhängen und noch einmal versuchen.',
  'Connect the account again: LinkedIn wants that every 60 days.':
    'Das Konto noch einmal verbinden: LinkedIn verlangt das alle 60 Tage.',
  'LinkedIn has put away the version of its API that Posthorn speaks.':
    'LinkedIn hat die Version seiner API, die Posthorn spricht, abgeschaltet.',
  'Update Posthorn.': 'Posthorn aktualisieren.',
  'See that your developer app has the product Share on LinkedIn (for pages: Community Management API), that you may post for this page, and connect again.':
    'Prüfen, ob die eigene Entwickler-App das Produkt Share on LinkedIn hat (für Seiten: Community Management API) und ob das Konto für diese Seite veröffentlichen darf; dann noch einmal verbinden.',
  'LinkedIn does not let your developer app do this.': 'LinkedIn erlaubt das der eigenen Entwickler-App nicht.',
  'LinkedIn no longer has what this is about.': 'LinkedIn hat nicht mehr, worum es geht.',
  'Look at it on LinkedIn.': 'Auf LinkedIn nachsehen.',
  'LinkedIn gave the file no name.': 'LinkedIn hat der Datei keinen Namen gegeben.',
  'LinkedIn cannot use {file}.': 'LinkedIn kann {file} nicht verwenden.',
  'Export it again, as an MP4 with H.264 and AAC or as a PDF.':
    'Noch einmal exportieren, als MP4 mit H.264 und AAC oder als PDF.',
  'It is not known whose LinkedIn account this is.': 'Es ist nicht bekannt, wessen LinkedIn-Konto das ist.',
  'LinkedIn does not let programs see what a person posted, so Posthorn cannot ask whether it arrived.':
    'LinkedIn zeigt Programmen nicht, was jemand veröffentlicht hat; Posthorn kann nicht fragen, ob es angekommen ist.',
  'Look at your profile. If it stands, say that you found it; if not, post it again: LinkedIn takes no post twice.':
    'Im eigenen Profil nachsehen. Steht er dort, als gefunden melden; wenn nicht, noch einmal senden: LinkedIn nimmt keinen Beitrag zweimal.',
  'LinkedIn has a post with the same content, and takes none twice.':
    'LinkedIn hat einen Beitrag mit demselben Inhalt und nimmt keinen zweimal.',
  'The post stands, but not its first comment: {message}':
    'Der Beitrag steht, aber nicht sein erster Kommentar: {message}',
  'Look at it on LinkedIn, and write the comment there.': 'Auf LinkedIn ansehen und den Kommentar dort schreiben.',
  'LinkedIn does not let programs see what a person posted.':
    'LinkedIn zeigt Programmen nicht, was jemand veröffentlicht hat.',
  'Nothing to do: what Posthorn sends is known here; the posts of a page can be read.':
    'Nichts zu tun: Was Posthorn sendet, ist hier bekannt; die Beiträge einer Seite sind lesbar.',
  'Save the file in another kind or size and attach it again, then retry.':
    'Die Datei in einer anderen Art oder Größe speichern, noch einmal anhängen, dann noch einmal versuchen.',
  'Connect the account again: sign in, and agree to all that is asked.':
    'Das Konto noch einmal verbinden: anmelden und allem zustimmen, wonach gefragt wird.',
  'Connect the account again and agree to all that is asked; you must be allowed to publish there.':
    'Das Konto noch einmal verbinden und allem zustimmen, wonach gefragt wird; das Veröffentlichen muss dort erlaubt sein.',
  'The post stands, but its first comment does not, as far as is known: {message}':
    'Der Beitrag steht, sein erster Kommentar aber nicht, soweit bekannt: {message}',
  'Write the comment there by hand.': 'Den Kommentar dort von Hand schreiben.',
  'Add these permissions to your app, then sign in again and agree to all of them.':
    'Diese Berechtigungen der eigenen App hinzufügen, dann noch einmal anmelden und allen zustimmen.',
  'Save it as the page of what each channel allows says, and attach it again.':
    'So speichern, wie es die Seite darüber sagt, was jeder Kanal erlaubt, und noch einmal anhängen.',
  'Open the app of the network, do what it asks there, then retry.':
    'Die App des Netzwerks öffnen, tun, was dort verlangt wird, dann noch einmal versuchen.',
  'An image is too large: 8 MB at most.': 'Ein Bild ist zu groß: höchstens 8 MB.',
  'The kind of an image is not supported.': 'Diese Art von Bild wird nicht unterstützt.',
  'The shape of an image is not supported: 4:5 to 1.91:1.':
    'Diese Form eines Bildes wird nicht unterstützt: 4:5 bis 1,91:1.',
  'The text is too long.': 'Der Text ist zu lang.',
  'The kind of a file is not supported.': 'Diese Art von Datei wird nicht unterstützt.',
  'The kind of the video is not supported.': 'Diese Art von Video wird nicht unterstützt.',
  'It has too many or too few files.': 'Es sind zu viele oder zu wenige Dateien.',
  'Attach 2 to 10 of them.': '2 bis 10 davon anhängen.',
  'It mentions too many accounts.': 'Es sind zu viele Konten erwähnt.',
  'Take some of them out.': 'Einige davon herausnehmen.',
  'The account is restricted, or has to be confirmed.': 'Das Konto ist eingeschränkt oder muss bestätigt werden.',
  'The network takes it for spam.': 'Das Netzwerk hält es für Spam.',
  'Wait for a while, or write it in other words.': 'Eine Weile warten oder es anders schreiben.',
  'The cover is to be taken from beyond the end of the video.': 'Das Titelbild soll hinter dem Ende des Videos liegen.',
  'Choose another moment.': 'Einen anderen Moment wählen.',
  'Look whether the media relay (Settings > Media relay) makes files public: the address must open in a private window of your browser.':
    'Prüfen, ob die Medienablage (Einstellungen > Medienablage) Dateien öffentlich macht: Die Adresse muss sich in einem privaten Fenster des Browsers öffnen.',
  'Look there whether it stands already, or change the text.':
    'Dort nachsehen, ob er schon steht, oder den Text ändern.',
  'Look there, and connect the account again if it is there.':
    'Dort nachsehen und das Konto noch einmal verbinden, wenn es da ist.',
  'Check the link, or leave it out.': 'Den Link prüfen oder weglassen.',
  'The address for the upload is none of Meta.': 'Die Adresse zum Hochladen ist keine von Meta.',
  'Facebook could not work on the video: {words}': 'Facebook konnte das Video nicht verarbeiten: {words}',
  'Facebook could not work on the video.': 'Facebook konnte das Video nicht verarbeiten.',
  'Export it again as an MP4 (H.264, AAC) and attach it again.':
    'Noch einmal als MP4 (H.264, AAC) exportieren und anhängen.',
  'Threads takes at most {most} different links in a post; this has {count}.':
    'Threads nimmt höchstens {most} verschiedene Links in einem Beitrag; hier sind es {count}.',
  'Threads takes a poll only without files.': 'Threads nimmt eine Umfrage nur ohne Dateien.',
  'Remove one or the other.': 'Eines von beiden entfernen.',
  'Threads takes no more posts from this account: those of the last 24 hours are all it allows.':
    'Threads nimmt von diesem Konto keine Beiträge mehr: Die der letzten 24 Stunden sind alles, was es erlaubt.',
  'Threads takes no more replies from this account: those of the last 24 hours are all it allows.':
    'Threads nimmt von diesem Konto keine Antworten mehr: Die der letzten 24 Stunden sind alles, was es erlaubt.',
}
