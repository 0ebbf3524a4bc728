import type { VideosSentence } from '../../../../src-preload/contract/sentences/videos.ts'

export const videos: Readonly<Record<VideosSentence, string>> = {
  'An offer needs a title and dates.': 'Ein Angebot braucht einen Titel und ein Datum.',
  'Give them under Event.': 'Beides unter Veranstaltung angeben.',
  'The event ends before it begins.': 'Die Veranstaltung endet, bevor sie beginnt.',
  'Correct its dates.': 'Die Daten berichtigen.',
  'The button leads nowhere.': 'Die Schaltfläche führt nirgendwohin.',
  'Give it an address, or let it call.': 'Eine Adresse angeben oder sie anrufen lassen.',
  'An offer has a button of its own.': 'Ein Angebot hat eine eigene Schaltfläche.',
  'Google wants photos of at least 10 kB; {name} has less.': 'Google verlangt Fotos ab 10 kB; {name} hat weniger.',
  'Google has not approved your project for its Business Profile APIs yet.':
    'Google hat das eigene Projekt noch nicht für die Business Profile APIs freigegeben.',
  'Ask for access with the form that the guide names; Google answers within some days.':
    'Mit dem Formular, das die Anleitung nennt, um Zugang bitten; Google antwortet nach einigen Tagen.',
  'This Google account has no business profile.': 'Dieses Google-Konto hat kein Unternehmensprofil.',
  'Make one on business.google.com, or connect the account that manages it.':
    'Auf business.google.com eines anlegen oder das Konto verbinden, das es verwaltet.',
  'A post needs a location, and none is chosen.': 'Ein Beitrag braucht einen Standort, und keiner ist gewählt.',
  'Choose one for this account.': 'Für dieses Konto wählen.',
  'Google has looked the post over and does not show it.': 'Google hat den Beitrag geprüft und zeigt ihn nicht.',
  'Take out what breaks its rules for posts (telephone numbers, prices of drugs, and the like), and duplicate it.':
    'Herausnehmen, was gegen die Regeln für Beiträge verstößt (Telefonnummern, Preise von Medikamenten und dergleichen), und duplizieren.',
  'Google knows no such post or location.': 'Google kennt keinen solchen Beitrag oder Standort.',
  'Choose a location of this account, and retry.': 'Einen Standort dieses Kontos wählen und noch einmal versuchen.',
  'Google does not let this account post for this location, or has not approved your project for it.':
    'Google lässt dieses Konto für diesen Standort nicht veröffentlichen oder hat das eigene Projekt dafür nicht freigegeben.',
  'Check that you manage the location and that the form for access to the APIs was approved.':
    'Prüfen, ob das Konto den Standort verwaltet und ob der Zugang zu den APIs genehmigt wurde.',
  'Nothing to do: Posthorn waits a minute.': 'Nichts zu tun: Posthorn wartet eine Minute.',
  'The {api} is not enabled in your Google project.': '{api} ist im eigenen Google-Projekt nicht eingeschaltet.',
  'Enable it in the Google Cloud console, wait some minutes, then retry.':
    'In der Google Cloud Console einschalten, einige Minuten warten, dann noch einmal versuchen.',
  'Nothing to do: Posthorn goes on after midnight in California, when the day begins anew there.':
    'Nichts zu tun: Posthorn macht nach Mitternacht in Kalifornien weiter, wenn dort der Tag neu beginnt.',
  'Connect the account again, and tick everything that Google asks about.':
    'Das Konto noch einmal verbinden und alles ankreuzen, wonach Google fragt.',
  'A pin has one description: that of the first file.': 'Ein Pin hat eine Beschreibung: die der ersten Datei.',
  'Say all that matters there.': 'Alles Wichtige dort sagen.',
  'Only videos have a cover.': 'Ein Titelbild haben nur Videos.',
  'Pinterest does not let apps with trial access make pins here.':
    'Pinterest lässt Apps mit Testzugang hier keine Pins anlegen.',
  'Ask for standard access on the page of your app at developers.pinterest.com.':
    'Auf der Seite der eigenen App bei developers.pinterest.com um Standardzugang bitten.',
  'The pin is no longer on Pinterest.': 'Der Pin ist nicht mehr auf Pinterest.',
  'Pinterest knows no such board or section.': 'Pinterest kennt keine solche Pinnwand oder keinen solchen Abschnitt.',
  'Choose a board of this account.': 'Eine Pinnwand dieses Kontos wählen.',
  'Check that the board is yours, and that your app has standard access; then connect the account again.':
    'Prüfen, ob die Pinnwand die eigene ist und die eigene App Standardzugang hat; dann das Konto noch einmal verbinden.',
  'A pin shows an image or a video.': 'Ein Pin zeigt ein Bild oder ein Video.',
  'Pinterest cannot use this video.': 'Pinterest kann dieses Video nicht verwenden.',
  'Save it as an MP4 with H.264 and attach it again.': 'Als MP4 mit H.264 speichern und noch einmal anhängen.',
  'A pin needs a board, and none is chosen.': 'Ein Pin braucht eine Pinnwand, und keine ist gewählt.',
  'A paid partnership cannot be for yourself alone.':
    'Eine bezahlte Partnerschaft kann nicht nur für einen selbst sichtbar sein.',
  'Choose another under Who sees it.': 'Unter „Wer es sieht“ etwas anderes wählen.',
  "By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation.":
    'Mit dem Veröffentlichen gelten die Branded Content Policy und die Music Usage Confirmation von TikTok.',
  "By posting, you agree to TikTok's Music Usage Confirmation.":
    'Mit dem Veröffentlichen gilt die Music Usage Confirmation von TikTok.',
  'Nothing to do if you agree.': 'Nichts zu tun, wenn das so recht ist.',
  'The sign-in does not allow Posthorn to post on TikTok.':
    'Die Anmeldung erlaubt Posthorn nicht, auf TikTok zu veröffentlichen.',
  'Connect the account again, and allow everything that TikTok asks about.':
    'Das Konto noch einmal verbinden und alles erlauben, wonach TikTok fragt.',
  'The account has taken back what it allowed Posthorn.':
    'Das Konto hat zurückgenommen, was es Posthorn erlaubt hatte.',
  'TikTok was asked too often within a minute.': 'TikTok wurde innerhalb einer Minute zu oft gefragt.',
  'TikTok takes no more posts by programs from this account today.':
    'TikTok nimmt heute von diesem Konto keine Beiträge von Programmen mehr.',
  'Five drafts wait in the TikTok inbox of this account; it takes no more before some are posted.':
    'Im TikTok-Posteingang dieses Kontos warten fünf Entwürfe; mehr nimmt er erst, wenn einige veröffentlicht sind.',
  'Your TikTok app has posted for as many people today as it may.':
    'Die eigene TikTok-App hat heute für so viele Menschen veröffentlicht, wie sie darf.',
  'TikTok has not audited your app yet: until then it posts only to private accounts, and only for yourself to see.':
    'TikTok hat die eigene App noch nicht geprüft: Bis dahin veröffentlicht sie nur in private Konten, nur für einen selbst sichtbar.',
  'Make the account private in the TikTok app and choose SELF_ONLY, or ask TikTok for the audit of your app.':
    'In der TikTok-App das Konto privat stellen und SELF_ONLY wählen oder TikTok um die Prüfung der App bitten.',
  'TikTok cannot use this video.': 'TikTok kann dieses Video nicht verwenden.',
  'Save it as an MP4 with H.264, 23 to 60 frames a second, 360 to 4096 pixels wide and high.':
    'Als MP4 mit H.264 speichern, 23 bis 60 Bilder je Sekunde, 360 bis 4096 Pixel breit und hoch.',
  'TikTok fetches photos only from places that your app has proved to be yours.':
    'TikTok holt Fotos nur von Orten, die der eigenen App nachweislich gehören.',
  'On the page of your app, under URL properties, verify the domain of the media relay that is chosen in Settings.':
    'Auf der Seite der App unter URL properties die Domain der Medienablage bestätigen, die in den Einstellungen gewählt ist.',
  'TikTok does not offer this account that choice of who sees it.':
    'TikTok bietet diesem Konto diese Sichtbarkeit nicht an.',
  'TikTok has banned this account from posting.': 'TikTok hat diesem Konto das Veröffentlichen verboten.',
  'Look in the TikTok app what it says.': 'In der TikTok-App nachsehen, was dort steht.',
  'TikTok holds the text for spam or harmful.': 'TikTok hält den Text für Spam oder schädlich.',
  'Write it in another way.': 'Anders schreiben und noch einmal versuchen.',
  'TikTok holds the post for spam.': 'TikTok hält den Beitrag für Spam.',
  'The video is too short or too long for this TikTok account.':
    'Das Video ist für dieses TikTok-Konto zu kurz oder zu lang.',
  'Attach one of another length.': 'Eines von anderer Länge anhängen.',
  'TikTok could not fetch the video.': 'TikTok konnte das Video nicht holen.',
  'Check the media relay, then retry.': 'Die Medienablage prüfen, dann noch einmal versuchen.',
  'TikTok could not fetch the photos.': 'TikTok konnte die Fotos nicht holen.',
  'The post was called off in TikTok.': 'Der Beitrag wurde in TikTok abgesagt.',
  'Duplicate it to post it again.': 'Duplizieren, um ihn noch einmal zu veröffentlichen.',
  'The TikTok app of this account is too old for drafts.': 'Die TikTok-App dieses Kontos ist zu alt für Entwürfe.',
  'Update the app to 31.8 or later, then retry.':
    'Die App auf 31.8 oder neuer aktualisieren, dann noch einmal versuchen.',
  'TikTok wants you to choose who sees a post; there is no choice made for you.':
    'TikTok verlangt eine Wahl, wer den Beitrag sieht; vorgewählt ist nichts.',
  'Choose under Who sees it.': 'Unter „Wer es sieht“ wählen.',
  'TikTok does not offer {level} to this account right now, but {offered}.':
    'TikTok bietet diesem Konto {level} gerade nicht an, wohl aber {offered}.',
  'Choose one of these under Who sees it.': 'Eines davon unter „Wer es sieht“ wählen.',
  '{file} has {seconds} seconds, and this account may post at most {most}.':
    '{file} dauert {seconds} Sekunden, und dieses Konto darf höchstens {most}.',
  'TikTok takes a video or photos.': 'TikTok nimmt ein Video oder Fotos.',
  'Attach some.': 'Etwas davon anhängen.',
  'TikTok has the post and is still working on it.': 'TikTok hat den Beitrag und verarbeitet ihn noch.',
  'Nothing to do: TikTok is asked again whether it stands.':
    'Nichts zu tun: TikTok wird noch einmal gefragt, ob er steht.',
  'The photos were handed in to TikTok, but no answer came back.':
    'Die Fotos wurden TikTok übergeben, aber es kam keine Antwort.',
  'TikTok cannot be asked: look there. If the post stands, say that you found it; if not, post it again.':
    'TikTok lässt sich nicht fragen: dort nachsehen. Steht der Beitrag dort, als gefunden melden; wenn nicht, noch einmal senden.',
  'The video is no longer on YouTube.': 'Das Video ist nicht mehr auf YouTube.',
  'YouTube’s own schedule makes videos public, and this one is not to be.':
    'Die Planung von YouTube macht Videos öffentlich, und dieses soll es nicht werden.',
  'Let Posthorn publish it at its time, or choose that everybody sees it.':
    'Posthorn es zu seiner Zeit veröffentlichen lassen oder wählen, dass alle es sehen.',
  'YouTube holds the video, but cannot use it.': 'YouTube hat das Video, kann es aber nicht verwenden.',
  'Look in YouTube Studio what is wrong with it.': 'In YouTube Studio nachsehen, was damit nicht stimmt.',
  'YouTube has published the video already.': 'YouTube hat das Video schon veröffentlicht.',
  'Take it down there if it must go.': 'Dort löschen, wenn es weg soll.',
  'YouTube must be told whether a video is made for children.':
    'YouTube muss wissen, ob ein Video für Kinder gemacht ist.',
  'Choose yes or no under Made for children.': 'Unter „Für Kinder gemacht“ Ja oder Nein wählen.',
  'YouTube takes videos.': 'YouTube nimmt Videos.',
  'YouTube cannot use this video ({why}).': 'YouTube kann dieses Video nicht verwenden ({why}).',
  'YouTube cannot use this video.': 'YouTube kann dieses Video nicht verwenden.',
  'Delete it in YouTube Studio, then duplicate the post with another video.':
    'In YouTube Studio löschen, dann den Beitrag mit einem anderen Video duplizieren.',
  'YouTube has this very video already.': 'YouTube hat genau dieses Video schon.',
  'The video is longer than this channel may upload; a channel whose number is verified may more.':
    'Das Video ist länger, als dieser Kanal hochladen darf; ein Kanal mit bestätigter Nummer darf mehr.',
  'YouTube cannot read the codec of this video.': 'YouTube kann den Codec dieses Videos nicht lesen.',
  'YouTube could not convert this video.': 'YouTube konnte dieses Video nicht umwandeln.',
  'The video is empty.': 'Das Video ist leer.',
  'YouTube cannot read this video.': 'YouTube kann dieses Video nicht lesen.',
  'The video is too small.': 'Das Video ist zu klein.',
  'YouTube has suspended this channel.': 'YouTube hat diesen Kanal gesperrt.',
  'YouTube keeps the video private: your Google project has not been audited yet.':
    'YouTube lässt das Video privat: Das eigene Google-Projekt ist noch nicht geprüft.',
  'Make it public in YouTube Studio if you can, and ask Google for the audit of the API project.':
    'Wenn möglich in YouTube Studio öffentlich machen und Google um die Prüfung des API-Projekts bitten.',
  'Set it in YouTube Studio by hand.': 'In YouTube Studio von Hand einstellen.',
  'This Google account has no YouTube channel.': 'Dieses Google-Konto hat keinen YouTube-Kanal.',
  'Make one on youtube.com, or connect the account that has it.':
    'Auf youtube.com einen anlegen oder das Konto verbinden, das ihn hat.',
  'YouTube does not take this title.': 'YouTube nimmt diesen Titel nicht.',
  'Give it another of at most 100 characters, without < and >.':
    'Einen anderen mit höchstens 100 Zeichen geben, ohne < und >.',
  'YouTube does not take this description.': 'YouTube nimmt diese Beschreibung nicht.',
  'Use at most 5000 bytes, without < and >.': 'Höchstens 5000 Bytes verwenden, ohne < und >.',
  'YouTube does not take these tags.': 'YouTube nimmt diese Schlagwörter nicht.',
  'Shorten them or leave some out.': 'Kürzen oder einige weglassen.',
  'YouTube has no such category in your country.': 'YouTube hat im eigenen Land keine solche Kategorie.',
  'YouTube does not take this time.': 'YouTube nimmt diese Zeit nicht.',
  'Choose a time in the future.': 'Eine Zeit in der Zukunft wählen.',
  'Save it as an MP4 and attach it again.': 'Als MP4 speichern und noch einmal anhängen.',
  'YouTube got no video.': 'YouTube hat kein Video erhalten.',
  'YouTube does not let this channel choose who sees a video in this way.':
    'YouTube lässt diesen Kanal die Sichtbarkeit so nicht wählen.',
  'YouTube does not let this channel choose this licence.': 'YouTube lässt diesen Kanal diese Lizenz nicht wählen.',
  'There is no such playlist on this channel.': 'Auf diesem Kanal gibt es keine solche Playlist.',
  'Copy its id from its address, after list=.': 'Ihre ID aus der Adresse kopieren, nach list=.',
}
