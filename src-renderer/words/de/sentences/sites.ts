import type { SitesSentence } from '../../../../src-preload/contract/sentences/sites.ts'

export const sites: Readonly<Record<SitesSentence, string>> = {
  'Make room on it.': 'Dort Platz schaffen.',
  '{path} cannot be made or used as a folder.': '{path} lässt sich nicht anlegen oder nicht als Ordner verwenden.',
  'Choose another folder, or one on a disk that is connected.':
    'Einen anderen Ordner wählen oder einen auf einem angeschlossenen Laufwerk.',
  'The file {id} is gone from the folder, or is another post now.':
    'Die Datei {id} ist nicht mehr im Ordner oder jetzt ein anderer Beitrag.',
  'Posthorn may not write to {path}.': 'Posthorn darf nicht in {path} schreiben.',
  'Allow it in the settings of the folder, or choose another folder for the account.':
    'In den Eigenschaften des Ordners erlauben oder für das Konto einen anderen Ordner wählen.',
  'The disk of {path} is full.': 'Das Laufwerk mit {path} ist voll.',
  'Make room on it; Posthorn tries again by itself.': 'Dort Platz schaffen; Posthorn versucht es von selbst wieder.',
  'The folder {path} cannot be reached; its disk may not be connected.':
    'Der Ordner {path} ist nicht erreichbar; vielleicht ist sein Laufwerk nicht angeschlossen.',
  'Connect the disk or put the folder back; Posthorn tries again by itself.':
    'Das Laufwerk anschließen oder den Ordner zurücklegen; Posthorn versucht es von selbst wieder.',
  'The folder holds a feed that Posthorn did not make: {name}.':
    'Im Ordner liegt ein Feed, den Posthorn nicht gemacht hat: {name}.',
  'Move that file away, or choose another folder.': 'Diese Datei wegräumen oder einen anderen Ordner wählen.',
  'There is no git on this computer.': 'Auf diesem Computer gibt es kein git.',
  'Install git, or keep the folder without it.': 'git installieren oder den Ordner ohne git führen.',
  'Make it one (git init), or keep the folder without git.':
    'Ein Repository daraus machen (git init) oder den Ordner ohne git führen.',
  '{path} is in no git repository.': '{path} liegt in keinem git-Repository.',
  'Tell git your name and address: git config --global user.name and user.email.':
    'git Namen und Adresse nennen: git config --global user.name und user.email.',
  'Look into the .gitignore of it.': 'In dessen .gitignore nachsehen.',
  'The post is written, but git did not commit it. {error}':
    'Der Beitrag ist geschrieben, aber git hat ihn nicht committet. {error}',
  'See to it that git push works in the folder; what is committed is pushed with the next post.':
    'Dafür sorgen, dass git push im Ordner funktioniert; was committet ist, wird mit dem nächsten Beitrag gepusht.',
  'The post is committed, but git did not push it. {error}':
    'Der Beitrag ist committet, aber git hat ihn nicht gepusht. {error}',
  'The post is written, but the repository ignores it.':
    'Der Beitrag ist geschrieben, aber das Repository ignoriert ihn.',
  'See to it that git commit works in the folder; it is committed when the post is changed or sent again.':
    'Dafür sorgen, dass git commit im Ordner funktioniert; der Beitrag wird committet, sobald er geändert oder noch einmal gesendet wird.',
  'The folder holds other files of the same name.': 'Im Ordner liegen andere Dateien mit demselben Namen.',
  'Move them away and retry.': 'Wegräumen und noch einmal versuchen.',
  'The site would read what follows the first line --- as settings, not as text.':
    'Die Seite läse, was auf die erste Zeile --- folgt, als Einstellungen, nicht als Text.',
  'Begin the text with something else.': 'Den Text mit etwas anderem beginnen.',
  'The site takes {most} tags; of these it gets {tags}.':
    'Die Seite nimmt {most} Schlagwörter; davon erhält sie {tags}.',
  'Name those that matter in its options.': 'Die wichtigen in den Einstellungen des Beitrags angeben.',
  'The site keeps no copy of images: it shows them for as long as they are at their address.':
    'Die Seite behält keine Kopien von Bildern: Sie zeigt sie, solange sie unter ihrer Adresse liegen.',
  'For an article that is to last, write addresses that stay into the text: ![words](https://...).':
    'Für einen Artikel, der bleiben soll, bleibende Adressen in den Text schreiben: ![Worte](https://...).',
  '{host} does not accept this API key, or has suspended the account.':
    '{host} nimmt diesen API-Schlüssel nicht an oder hat das Konto gesperrt.',
  'Make a new key there under Settings > Extensions, and connect again with it.':
    'Dort unter Settings > Extensions einen neuen Schlüssel anlegen und damit noch einmal verbinden.',
  '{host} has no such article.': '{host} hat keinen solchen Artikel.',
  'The article is too long for {host}.': 'Der Artikel ist für {host} zu lang.',
  '{host} does not let this account do that: {words}': '{host} erlaubt das diesem Konto nicht: {words}',
  'Look at the account there.': 'Dort das Konto ansehen.',
  'Look for the article that has it there, or leave the address out.':
    'Den Artikel suchen, der sie dort hat, oder die Adresse weglassen.',
  'Another article of {host} names this original.': 'Ein anderer Artikel bei {host} nennt dieses Original.',
  'Change it, or look at the one that stands.': 'Ändern oder den ansehen, der schon steht.',
  'You have an article with this very title and text already.':
    'Mit genau diesem Titel und Text gibt es schon einen Artikel.',
  'The site shows images from a public address, and no place for them is chosen.':
    'Die Seite zeigt Bilder von einer öffentlichen Adresse, und dafür ist kein Ort gewählt.',
  'Choose one in Settings > Media relay, or write the addresses of images into the text.':
    'Unter Einstellungen > Medienablage einen wählen oder die Adressen der Bilder in den Text schreiben.',
  'This is no API key.': 'Das ist kein API-Schlüssel.',
  'Copy the key from the settings of the site, under Extensions.':
    'Den Schlüssel aus den Einstellungen der Seite kopieren, unter Extensions.',
  'The post is no longer on the site.': 'Der Beitrag steht nicht mehr auf der Seite.',
  'The site has published it already.': 'Die Seite hat ihn schon veröffentlicht.',
  'Take it down, if it is not to stand there.': 'Löschen, wenn er dort nicht stehen soll.',
  '{host} is being updated.': '{host} wird gerade aktualisiert.',
  '{host} does not accept this Admin API key.': '{host} nimmt diesen Admin API key nicht an.',
  'Copy the Admin API key under Settings > Integrations in Ghost, and connect again with it.':
    'In Ghost unter Settings > Integrations den Admin API key kopieren und damit noch einmal verbinden.',
  'Somebody else is changing this post in Ghost.': 'Jemand anderes ändert diesen Beitrag gerade in Ghost.',
  'Look at it there, then retry.': 'Dort ansehen, dann noch einmal versuchen.',
  'The plan of {host} has no room for it: {words}': 'Der Tarif von {host} hat dafür keinen Platz: {words}',
  'Look at the plan there.': 'Dort den Tarif ansehen.',
  'A file is larger than this site takes.': 'Eine Datei ist größer, als diese Seite nimmt.',
  'The site refused a file: {words}': 'Die Seite hat eine Datei abgelehnt: {words}',
  'Save it as a JPEG or MP4.': 'Als JPEG oder MP4 speichern.',
  'Ask who runs the site to let programs in.': 'Den Betreiber der Seite bitten, Programme hineinzulassen.',
  '{host} does not let this integration do that: {words}': '{host} erlaubt das dieser Integration nicht: {words}',
  'Ask who runs the site.': 'Den Betreiber der Seite fragen.',
  'This is the Content API key, which can only read.': 'Das ist der Content API key, der nur lesen kann.',
  'This is not an Admin API key.': 'Das ist kein Admin API key.',
  'Copy the Admin API key of the integration, all of it: it has a colon in the middle.':
    'Den ganzen Admin API key der Integration kopieren: In der Mitte steht ein Doppelpunkt.',
  'The site has no newsletter {wanted}; it has {names}.':
    'Die Seite hat keinen Newsletter {wanted}; es gibt dort: {names}.',
  'Choose one of these, or leave it out.': 'Einen davon wählen oder die Angabe weglassen.',
  'Another post of the site has the name {name} in its address.':
    'Ein anderer Beitrag der Seite hat den Namen {name} in seiner Adresse.',
  'Choose another name, or leave it out.': 'Einen anderen Namen wählen oder die Angabe weglassen.',
  'The site leads to {url}, which is not encrypted.': 'Die Seite führt zu {url}, und das ist nicht verschlüsselt.',
  'Use the address that Ghost shows as API URL.': 'Die Adresse verwenden, die Ghost als API URL zeigt.',
  'Lemmy needs a title of three characters.': 'Lemmy braucht einen Titel von drei Zeichen.',
  'Write a longer one.': 'Einen längeren schreiben.',
  'The server takes no posts that are not safe for work.':
    'Der Server nimmt keine Beiträge mit heiklen Inhalten (NSFW).',
  'Take the mark out, or choose another server.': 'Die Markierung herausnehmen oder einen anderen Server wählen.',
  "The server's filter refuses a word of the title.": 'Der Filter des Servers lehnt ein Wort des Titels ab.',
  'The server takes a word out of this text.': 'Der Server nimmt ein Wort aus diesem Text heraus.',
  'Write it another way.': 'Anders schreiben.',
  'The post is no longer there.': 'Der Beitrag ist nicht mehr da.',
  'Paste a new token, or the password.': 'Ein neues Token einfügen oder das Passwort.',
  'The server does not know whose token this is.': 'Der Server weiß nicht, wessen Token das ist.',
  '{host} takes no more posts from this account for now.': '{host} nimmt von diesem Konto vorerst keine Beiträge mehr.',
  'Nothing to do: it goes on.': 'Nichts zu tun: Es geht von selbst weiter.',
  'The server does not accept this name and password.': 'Der Server nimmt diesen Namen mit diesem Passwort nicht an.',
  'Connect the account again with the password that works there.':
    'Das Konto mit dem Passwort, das dort gilt, noch einmal verbinden.',
  'An image is larger than the server takes.': 'Ein Bild ist größer, als der Server nimmt.',
  'This account asks for a second factor, which Posthorn cannot answer by itself.':
    'Dieses Konto verlangt einen zweiten Faktor, den Posthorn nicht von selbst angeben kann.',
  'Sign in to the server in the browser, copy the value of its cookie "jwt", and paste it in place of the password.':
    'Im Browser beim Server anmelden, den Wert seines Cookies „jwt“ kopieren und statt des Passworts einfügen.',
  'The server knows no such community.': 'Der Server kennt keine solche Community.',
  'Write it as !name@server, and open it once there if it is on another server.':
    'Als !name@server schreiben und sie dort einmal öffnen, wenn sie auf einem anderen Server liegt.',
  'This account is banned from the community.': 'Dieses Konto ist aus der Community ausgeschlossen.',
  'Ask its moderators, or choose another community.': 'Die Moderation fragen oder eine andere Community wählen.',
  'The server does not take this title.': 'Der Server nimmt diesen Titel nicht.',
  'Use one line of 3 to 200 characters.': 'Eine Zeile von 3 bis 200 Zeichen verwenden.',
  'The community is closed: it was removed or deleted, or it is locked.':
    'Die Community ist geschlossen: entfernt, gelöscht oder gesperrt.',
  'Choose another community.': 'Eine andere Community wählen.',
  'The community does not take posts in this language.': 'Die Community nimmt keine Beiträge in dieser Sprache.',
  'Choose one that it takes, or leave it out.': 'Eine wählen, die sie nimmt, oder die Angabe weglassen.',
  'The e-mail address of this account is not confirmed.': 'Die E-Mail-Adresse dieses Kontos ist nicht bestätigt.',
  'Follow the link in the mail of the server.': 'Dem Link in der E-Mail des Servers folgen.',
  'The account still waits to be let in by the server.':
    'Das Konto wartet noch darauf, vom Server zugelassen zu werden.',
  'Wait for its mail.': 'Auf dessen E-Mail warten.',
  'This account is banned from the server.': 'Dieses Konto ist vom Server ausgeschlossen.',
  'Ask its administrators.': 'Dessen Verwaltung fragen.',
  'This account was deleted.': 'Dieses Konto wurde gelöscht.',
  'Connect another one.': 'Ein anderes verbinden.',
  'Only moderators may post in this community.': 'In dieser Community darf nur die Moderation veröffentlichen.',
  'The text is too long for the server.': 'Der Text ist für den Server zu lang.',
  'A description is too long.': 'Eine Beschreibung ist zu lang.',
  'The server does not take this link.': 'Der Server nimmt diesen Link nicht.',
  'The link is too long.': 'Der Link ist zu lang.',
  'Use a shorter one.': 'Einen kürzeren verwenden.',
  'The server has blocked this link.': 'Der Server hat diesen Link gesperrt.',
  'Use another one.': 'Einen anderen verwenden.',
  "The server's filter refuses a word of it.": 'Der Filter des Servers lehnt ein Wort davon ab.',
  'The post belongs to somebody else.': 'Der Beitrag gehört jemand anderem.',
  'Connect the account it is of.': 'Das Konto verbinden, dem er gehört.',
  'The server refused it ({error}).': 'Der Server hat es abgelehnt ({error}).',
  'The server takes no posts in the language {code}.': 'Der Server nimmt keine Beiträge in der Sprache {code}.',
  'No password is kept for this account.': 'Für dieses Konto ist kein Passwort gespeichert.',
  'The site sends no copies to {one}; it does to {known}.':
    'Die Seite sendet keine Kopien an {one}, wohl aber an {known}.',
  'The site does not say that it has such posts.': 'Die Seite sagt nicht, dass sie solche Beiträge hat.',
  'Look at it once it is there.': 'Nach dem Veröffentlichen dort ansehen.',
  'The site takes no descriptions of files.': 'Die Seite nimmt keine Beschreibungen von Dateien.',
  'With files, the site takes plain words only.': 'Zusammen mit Dateien nimmt die Seite nur einfachen Text.',
  '{host} shows no page there.': '{host} zeigt dort keine Seite.',
  '{host} does not say how it signs people in.': '{host} sagt nicht, wie man sich dort anmeldet.',
  'Look after the IndieAuth of the site, or connect with an access token.':
    'Den IndieAuth-Dienst der Seite prüfen oder mit einem Zugangstoken verbinden.',
  'Have the site name addresses that start with https.': 'Die Seite Adressen nennen lassen, die mit https beginnen.',
  'Sign in at the site again by the browser, or connect with a new access token.':
    'Bei der Seite noch einmal im Browser anmelden oder mit einem neuen Zugangstoken verbinden.',
  '{host} does not accept this sign-in.': '{host} nimmt diese Anmeldung nicht an.',
  'This sign-in may not do that at {host}.': 'Diese Anmeldung darf das bei {host} nicht.',
  'Connect the account again, and allow it to create, change and delete posts.':
    'Das Konto noch einmal verbinden und das Erstellen, Ändern und Löschen von Beiträgen erlauben.',
  'A file is larger than {host} takes.': 'Eine Datei ist größer, als {host} nimmt.',
  '{host} does not let this sign-in do that.': '{host} erlaubt das dieser Anmeldung nicht.',
  'Connect the account again; if it is refused then too, ask who runs the site.':
    'Das Konto noch einmal verbinden; wird es auch dann abgelehnt, den Betreiber der Seite fragen.',
  '{host} does not tell whether the post is there.': '{host} sagt nicht, ob der Beitrag da ist.',
  'Look at the site: if it stands, say that you found it; if not, post it again.':
    'Auf der Seite nachsehen: Steht er dort, als gefunden melden; wenn nicht, noch einmal senden.',
  '{host} does not say where to sign in.': '{host} sagt nicht, wo man sich anmeldet.',
  'Switch IndieAuth on at the site, or connect with an access token.':
    'IndieAuth auf der Seite einschalten oder mit einem Zugangstoken verbinden.',
  'The site did not say who signed in.': 'Die Seite hat nicht gesagt, wer sich angemeldet hat.',
  '{me} is not signed in by this site.': '{me} hat sich nicht bei dieser Seite angemeldet.',
  'Sign in as the owner of the site that you typed.': 'Als Inhaber der angegebenen Seite anmelden.',
  '{host} does not say where it takes posts.': '{host} sagt nicht, wo es Beiträge entgegennimmt.',
  'Switch Micropub on at the site: its front page must name a micropub endpoint.':
    'Micropub auf der Seite einschalten: Ihre Startseite muss einen Micropub-Endpunkt nennen.',
  'Tumblr takes {most} paragraphs of up to {length} characters; this makes {count}.':
    'Tumblr nimmt {most} Absätze von bis zu {length} Zeichen; dies ergibt {count}.',
  'Tumblr takes {most} links in a text; this has {count}.':
    'Tumblr nimmt {most} Links in einem Text; hier sind es {count}.',
  'Take some out.': 'Einige herausnehmen.',
  'This account has no blog.': 'Dieses Konto hat kein Blog.',
  'Make one at Tumblr.': 'Bei Tumblr eines anlegen.',
  'Tumblr did not grant the permission to post.': 'Tumblr hat die Berechtigung zum Veröffentlichen nicht erteilt.',
  'Sign in again, and agree to all.': 'Noch einmal anmelden und allem zustimmen.',
  'Tumblr has published it already.': 'Tumblr hat ihn schon veröffentlicht.',
  'This account cannot upload more files to Tumblr today.':
    'Dieses Konto kann heute keine Dateien mehr zu Tumblr hochladen.',
  'Tumblr still works on another video of this account.': 'Tumblr verarbeitet noch ein anderes Video dieses Kontos.',
  'This account cannot upload more videos to Tumblr today.':
    'Dieses Konto kann heute keine Videos mehr zu Tumblr hochladen.',
  "The blog's queue is full.": 'Die Warteschlange des Blogs ist voll.',
  'The blog has as many posts as Tumblr takes in a day.':
    'Das Blog hat so viele Beiträge, wie Tumblr an einem Tag nimmt.',
  'Tumblr cannot use a file: {words}': 'Tumblr kann eine Datei nicht verwenden: {words}',
  'Tumblr has no such post or blog.': 'Tumblr hat keinen solchen Beitrag und kein solches Blog.',
  'Choose a blog of this account, or duplicate the post.':
    'Ein Blog dieses Kontos wählen oder den Beitrag duplizieren.',
  'Check that this account may post to the blog.': 'Prüfen, ob dieses Konto in dem Blog veröffentlichen darf.',
  'Tumblr does not list private posts, so it cannot be asked whether this one arrived.':
    'Tumblr listet private Beiträge nicht auf; es lässt sich nicht fragen, ob dieser angekommen ist.',
  'Look there. If it stands, say that you found it; if not, post it again.':
    'Dort nachsehen. Steht er dort, als gefunden melden; wenn nicht, noch einmal senden.',
  'Ask who runs the site for the role of an author.': 'Den Betreiber der Seite um die Rolle „Autor“ bitten.',
  '{name} may not write posts on this site.': '{name} darf auf dieser Seite keine Beiträge schreiben.',
  '{host} takes no application passwords: it is not on https, or a plugin switches them off.':
    '{host} nimmt keine Anwendungspasswörter: Die Seite läuft nicht über https, oder ein Plugin schaltet sie aus.',
  'Ask who runs the site to switch them on.': 'Den Betreiber der Seite bitten, sie einzuschalten.',
  '{host} does not accept this user name with this application password.':
    '{host} nimmt diesen Benutzernamen mit diesem Anwendungspasswort nicht an.',
  'Make a new one there under Users > Profile > Application Passwords, and connect again with it. If it still does not work, ask the host of the site to pass on the header Authorization.':
    'Dort unter Benutzer > Profil > Anwendungspasswörter ein neues anlegen und damit noch einmal verbinden. Geht es dann immer noch nicht, den Hoster der Seite bitten, den Header Authorization weiterzugeben.',
  'Attach a smaller one, or have the limit of uploads raised there.':
    'Eine kleinere anhängen oder dort das Limit für Uploads erhöhen lassen.',
  'This user may write posts there, but not publish them.':
    'Dieser Benutzer darf dort Beiträge schreiben, aber nicht veröffentlichen.',
  'Ask who runs the site for the role of an author, or set the state of the post to "pending".':
    'Den Betreiber der Seite um die Rolle „Autor“ bitten oder den Status des Beitrags auf „pending“ setzen.',
  'This user may not keep posts at the top there.': 'Dieser Benutzer darf dort keine Beiträge oben anheften.',
  'Switch that off, or ask who runs the site for the role of an editor.':
    'Ausschalten oder den Betreiber der Seite um die Rolle „Redakteur“ bitten.',
  'The site has no room left for files.': 'Die Seite hat keinen Platz mehr für Dateien.',
  'Make room in its media library.': 'In ihrer Medienübersicht Platz schaffen.',
  '{host} does not let this user do that: {words}': '{host} erlaubt das diesem Benutzer nicht: {words}',
  'Ask who runs the site for the role of an author or an editor.':
    'Den Betreiber der Seite um die Rolle „Autor“ oder „Redakteur“ bitten.',
  '{host} does not have it: {words}': '{host} hat es nicht: {words}',
  'Look there.': 'Dort nachsehen.',
  'Save it as a JPEG, PNG or MP4 and attach it again.': 'Als JPEG, PNG oder MP4 speichern und noch einmal anhängen.',
  'The site could not keep a file: {words}': 'Die Seite konnte eine Datei nicht speichern: {words}',
  'Upload one there by hand to see why.': 'Dort eine von Hand hochladen, um den Grund zu sehen.',
  '{host} has no REST API of WordPress there any more, or it is switched off.':
    '{host} hat dort keine REST-API von WordPress mehr, oder sie ist ausgeschaltet.',
  'Look for a plugin that switches it off; if the site has moved, connect it again.':
    'Nach einem Plugin suchen, das sie ausschaltet; ist die Seite umgezogen, sie noch einmal verbinden.',
  'Ask who runs the site to let programs with an application password through.':
    'Den Betreiber der Seite bitten, Programme mit Anwendungspasswort durchzulassen.',
  'No WordPress was found at {host}, or its REST API is switched off.':
    'Bei {host} wurde kein WordPress gefunden, oder seine REST-API ist ausgeschaltet.',
  'Check the address; if it is right, look for a plugin there that switches the REST API off.':
    'Die Adresse prüfen; stimmt sie, dort nach einem Plugin suchen, das die REST-API ausschaltet.',
  'Ask who runs the site to set https as its address, under Settings > General.':
    'Den Betreiber der Seite bitten, unter Einstellungen > Allgemein https als Adresse einzutragen.',
  'There is no application password.': 'Es gibt kein Anwendungspasswort.',
  'Make one in WordPress under Users > Profile.': 'In WordPress unter Benutzer > Profil eines anlegen.',
  'The site has no category {wanted}; it has {names}.':
    'Die Seite hat keine Kategorie {wanted}; es gibt dort: {names}.',
  'Choose one of these, or make it there.': 'Eine davon wählen oder sie dort anlegen.',
  'Name the tag instead: one that the site does not have is made.':
    'Das Schlagwort stattdessen mit Namen nennen: Hat die Seite es nicht, wird es angelegt.',
  'The site has no tag with the number {id}.': 'Die Seite hat kein Schlagwort mit der Nummer {id}.',
}
