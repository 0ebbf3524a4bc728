import type { AnySentence } from '../../../../src-preload/contract/sentences/any.ts'

export const any: Readonly<Record<AnySentence, string>> = {
  'It is time to post this on {host}: the text and the files lie ready.':
    'Es ist Zeit, das bei {host} zu veröffentlichen: Text und Dateien liegen bereit.',
  'Post it there, then say that it stands.': 'Dort veröffentlichen und dann melden, dass es steht.',
  '{file} breaks a limit of {network}, and this post is strict.':
    '{file} überschreitet ein Limit von {network}, und bei diesem Beitrag ist nichts anzupassen.',
  'Attach one that fits.': 'Eine passende Datei anhängen.',
  '{network} no longer accepts the sign-in of this account.':
    '{network} nimmt die Anmeldung dieses Kontos nicht mehr an.',
  '{host} has a problem of its own right now.': '{host} hat gerade selbst ein Problem.',
  'Nothing to do: Posthorn tries again by itself.': 'Nichts zu tun: Posthorn versucht es von selbst wieder.',
  '{network} refused it: {words}': '{network} hat es abgelehnt: {words}',
  'Change what it complains about and retry.': 'Ändern, was beanstandet wird, und noch einmal versuchen.',
  'Nothing to do if that is fine.': 'Nichts zu tun, wenn das so recht ist.',
  'Duplicate the post and send that.': 'Den Beitrag duplizieren und die Kopie senden.',
  'Duplicate the post to publish it again.': 'Den Beitrag duplizieren, um ihn noch einmal zu veröffentlichen.',
  'Nothing to do: Posthorn waits as long as {network} asks.':
    'Nichts zu tun: Posthorn wartet so lange, wie {network} verlangt.',
  'Attach a smaller one.': 'Eine kleinere anhängen.',
  'Something in front of {host} refused it.': 'Etwas, das vor {host} steht, hat es abgelehnt.',
  '{network} was asked too often in a short time.': '{network} wurde in kurzer Zeit zu oft gefragt.',
  'A file is too large for {network}.': 'Eine Datei ist zu groß für {network}.',
  '{network} refused it and did not say why.': '{network} hat es ohne Begründung abgelehnt.',
  '{network} takes no more today: what your project or channel may do in a day is used up.':
    '{network} nimmt heute nichts mehr: Was das eigene Projekt oder der Kanal am Tag darf, ist verbraucht.',
  'Connect the account again.': 'Das Konto noch einmal verbinden.',
  'The sign-in does not allow what is needed at {network}.':
    'Die Anmeldung erlaubt nicht, was bei {network} gebraucht wird.',
  'Nobody is signed in at {host} here yet.': 'Bei {host} ist hier noch niemand angemeldet.',
  'Connect the account: sign in by the browser.': 'Das Konto verbinden: im Browser anmelden.',
  'The sign-in at {network} has come to its end.': 'Die Anmeldung bei {network} ist abgelaufen.',
  'Connect the account again: the browser opens, and everything that waits goes out then.':
    'Das Konto noch einmal verbinden: Der Browser öffnet sich, und danach geht alles hinaus, was wartet.',
  'Check the address and the connection, then try again.':
    'Die Adresse und die Verbindung prüfen, dann noch einmal versuchen.',
  'Check the address.': 'Die Adresse prüfen.',
  'The account was never checked.': 'Das Konto wurde nie geprüft.',
  'Connect it again.': 'Noch einmal verbinden.',
  'Choose another, or leave it out.': 'Eine andere wählen oder die Angabe weglassen.',
  'There is no poll: what is said of one has no effect.':
    'Es gibt keine Umfrage: Was dazu angegeben ist, bewirkt nichts.',
  'Give it choices, or take it out.': 'Antworten angeben oder es herausnehmen.',
  'A post with a poll takes no files.': 'Ein Beitrag mit Umfrage nimmt keine Dateien.',
  'Leave out one of them.': 'Eines von beiden weglassen.',
  'Write what is asked.': 'Schreiben, was gefragt wird.',
  'Two choices of the poll are the same.': 'Zwei Antworten der Umfrage sind gleich.',
  'Change one of them.': 'Eine davon ändern.',
  'The text is too long for {network}.': 'Der Text ist für {network} zu lang.',
  '{network} no longer accepts this sign-in.': '{network} nimmt diese Anmeldung nicht mehr an.',
  '{network} refused it, and did not say why ({status}).': '{network} hat es ohne Begründung abgelehnt ({status}).',
  'Try again later.': 'Später noch einmal versuchen.',
  'Change the words, or take the other one down.': 'Den Text ändern oder den anderen löschen.',
  'Duplicate it to publish it again.': 'Duplizieren, um ihn noch einmal zu veröffentlichen.',
  'Sign in there by the browser, or connect with an access token.':
    'Dort im Browser anmelden oder mit einem Zugangstoken verbinden.',
  'The post has lost what it was to be found by.': 'Der Beitrag hat verloren, woran er zu finden wäre.',
  '{network} could not work on it: {words}': '{network} konnte es nicht verarbeiten: {words}',
  '{network} could not work on it.': '{network} konnte es nicht verarbeiten.',
  'Nothing to do: {network} is asked whether it stands.': 'Nichts zu tun: {network} wird gefragt, ob es steht.',
  '{network} did not let this account do it.': '{network} hat das diesem Konto nicht erlaubt.',
  '{network} takes no more from this account for now.': '{network} nimmt von diesem Konto vorerst nichts mehr.',
  'Your developer app was removed from the account at {network}.':
    'Die eigene Entwickler-App wurde bei {network} aus dem Konto entfernt.',
  '{network} wants to see you first: there is something to confirm.':
    '{network} verlangt zuerst eine Anmeldung: Dort ist etwas zu bestätigen.',
  'The password at {network} was changed, which ended the sign-in.':
    'Das Passwort bei {network} wurde geändert; damit endete die Anmeldung.',
  'The post has lost the time it was to be found by.': 'Der Beitrag hat die Zeit verloren, an der er zu finden wäre.',
  'This sign-in may not publish at {network}: it lacks {missing}.':
    'Diese Anmeldung darf bei {network} nicht veröffentlichen: Es fehlt {missing}.',
  '{network} could not fetch a file from where it was put.':
    '{network} konnte eine Datei nicht von ihrer Ablage holen.',
  'The sign-in does not allow this at {network}.': 'Die Anmeldung erlaubt das bei {network} nicht.',
  '{network} has blocked this account from doing it for a while.':
    '{network} hat das für dieses Konto eine Zeit lang gesperrt.',
  '{network} refuses it: the post before it says the same.': '{network} lehnt es ab: Der Beitrag davor sagt dasselbe.',
  'It is not at {network}, or no longer for this account to see.':
    'Es ist nicht bei {network}, oder dieses Konto darf es nicht mehr sehen.',
  '{network} takes at most 5 different links in a post.':
    '{network} nimmt höchstens 5 verschiedene Links in einem Beitrag.',
  '{network} cannot read the page that the link leads to.':
    '{network} kann die Seite nicht lesen, zu der der Link führt.',
  'Choose another.': 'Eine andere Angabe wählen.',
  '{host} refused a file.': '{host} hat eine Datei abgelehnt.',
  'Try again in a moment.': 'Gleich noch einmal versuchen.',
  'The post was sent, but no answer came back.': 'Der Beitrag wurde gesendet, aber es kam keine Antwort.',
  '{network} does not allow it: {words}': '{network} erlaubt es nicht: {words}',
  '{network} does not allow it.': '{network} erlaubt es nicht.',
  'Attach one.': 'Etwas anhängen.',
  '{network} lets a post be edited for {minutes} minutes only.':
    '{network} lässt einen Beitrag nur {minutes} Minuten lang ändern.',
  '{network} lets a post be edited {count} times only.': '{network} lässt einen Beitrag nur {count}-mal ändern.',
  'Take it down and post it anew.': 'Löschen und neu veröffentlichen.',
  '{network} refused it, as was asked of the sandbox.':
    '{network} hat es abgelehnt, wie es von der Sandbox verlangt war.',
  'Retry it.': 'Noch einmal versuchen.',
  '{network} takes no more posts for a minute, as was asked of the sandbox.':
    '{network} nimmt eine Minute lang keine Beiträge, wie es von der Sandbox verlangt war.',
  'Nothing to do: it is sent then.': 'Nichts zu tun: Dann wird es gesendet.',
  '{network} no longer accepts this account, as was asked of the sandbox.':
    '{network} nimmt dieses Konto nicht mehr an, wie es von der Sandbox verlangt war.',
  'The answer of {network} was lost, as was asked of the sandbox.':
    'Die Antwort von {network} ging verloren, wie es von der Sandbox verlangt war.',
  'Nothing to do: it is asked whether the post arrived.':
    'Nichts zu tun: Es wird gefragt, ob der Beitrag angekommen ist.',
  'Write something or attach a file.': 'Etwas schreiben oder eine Datei anhängen.',
  'Attach a shorter one.': 'Ein kürzeres anhängen.',
  'Something in front of {host} refused it: a firewall, or a plugin for security.':
    'Etwas, das vor {host} steht, hat es abgelehnt: eine Firewall oder ein Sicherheits-Plugin.',
  'Shorten it.': 'Kürzen.',
  'Take it out.': 'Herausnehmen.',
  'Attach it again.': 'Noch einmal anhängen.',
  'Attach a larger one.': 'Ein größeres anhängen.',
  'Say in the text what must be known of it.': 'Im Text sagen, was man davon wissen muss.',
  'Remove some of them.': 'Einige entfernen.',
  "The file of {file} is gone from Posthorn's folder.": 'Die Datei {file} fehlt im Ordner von Posthorn.',
  'git does not know who you are.': 'git weiß nicht, wer hier schreibt.',
  'Look at it there, or try again.': 'Dort nachsehen oder noch einmal versuchen.',
  'There is no {address} on Bluesky, or it cannot be seen.':
    '{address} gibt es auf Bluesky nicht, oder es ist nicht zu sehen.',
  'Sign in again by the browser. Or make a new app password in Bluesky under Settings > Privacy and security > App passwords, and connect again.':
    'Noch einmal im Browser anmelden. Oder in Bluesky unter Einstellungen > Privatsphäre und Sicherheit > App-Passwörter ein neues App-Passwort anlegen und damit verbinden.',
  'Make a new app password in Bluesky under Settings > Privacy and security > App passwords, and use that one.':
    'In Bluesky unter Einstellungen > Privatsphäre und Sicherheit > App-Passwörter ein neues App-Passwort anlegen und dieses verwenden.',
  'Check the handle. Make a new app password in Bluesky under Settings > Privacy and security > App passwords if in doubt.':
    'Den Handle prüfen. Im Zweifel in Bluesky unter Einstellungen > Privatsphäre und Sicherheit > App-Passwörter ein neues App-Passwort anlegen.',
  'Bluesky takes no video of this size from this account today: {words}':
    'Bluesky nimmt von diesem Konto heute kein Video dieser Größe: {words}',
  'Bluesky takes no video of this size from this account today.':
    'Bluesky nimmt von diesem Konto heute kein Video dieser Größe.',
  'Bluesky takes no video from this account today: {words}': 'Bluesky nimmt von diesem Konto heute kein Video: {words}',
  'Bluesky takes no video from this account today.': 'Bluesky nimmt von diesem Konto heute kein Video.',
  'Sign in by the browser; or make a new application on {host} under Preferences > Development with the scopes read and write, and connect again with its access token.':
    'Im Browser anmelden; oder auf {host} unter Einstellungen > Entwicklung eine neue Anwendung mit den Rechten read und write anlegen und mit ihrem Zugangstoken noch einmal verbinden.',
  'Sign in by the browser; or make a new application on {host} under Preferences > Development with the scopes read and write, and copy its access token whole.':
    'Im Browser anmelden; oder auf {host} unter Einstellungen > Entwicklung eine neue Anwendung mit den Rechten read und write anlegen und ihr ganzes Zugangstoken kopieren.',
  'Sign in by the browser; or make a new application on {host} under Preferences > Development with the scopes read and write, and use its access token.':
    'Im Browser anmelden; oder auf {host} unter Einstellungen > Entwicklung eine neue Anwendung mit den Rechten read und write anlegen und ihr Zugangstoken verwenden.',
  'Connect the account again with a new access token.': 'Das Konto mit einem neuen Zugangstoken noch einmal verbinden.',
  'Connect the account again with its password.': 'Das Konto mit seinem Passwort noch einmal verbinden.',
  '{host} does not accept this access token: it has ended, or is not whole.':
    '{host} nimmt dieses Zugangstoken nicht an: Es ist abgelaufen oder nicht vollständig.',
  '{host} does not accept this sign-in: it has ended, or is not whole.':
    '{host} nimmt diese Anmeldung nicht an: Sie ist abgelaufen oder nicht vollständig.',
  'Check its name. In Telegram, open the channel > Administrators, add the bot, and allow it to post, edit and delete messages.':
    'Den Namen prüfen. In Telegram den Kanal öffnen > Administratoren, den Bot hinzufügen und ihm erlauben, Nachrichten zu senden, zu ändern und zu löschen.',
  'This computer is offline.': 'Dieser Computer ist offline.',
  '{host} cannot be reached right now.': '{host} ist gerade nicht erreichbar.',
  'The name {host} cannot be found.': 'Den Namen {host} gibt es nicht.',
  'The name {host} cannot be looked up right now.': 'Der Name {host} lässt sich gerade nicht nachschlagen.',
  '{host} does not answer over an encrypted connection.': '{host} antwortet nicht über eine verschlüsselte Verbindung.',
  'Something else answers in place of {host} right now.': 'Statt {host} antwortet gerade etwas anderes.',
  'The certificate of {host} cannot be trusted: {why}.': 'Dem Zertifikat von {host} ist nicht zu trauen: {why}.',
  'The video is there, but its thumbnail is not: {message}': 'Das Video steht, sein Vorschaubild aber nicht: {message}',
  'The video is there, but it is not in the playlist: {message}':
    'Das Video steht, ist aber nicht in der Playlist: {message}',
  'Correct it and try again; nothing was changed.':
    'Berichtigen und noch einmal versuchen; es hat sich nichts geändert.',
}
