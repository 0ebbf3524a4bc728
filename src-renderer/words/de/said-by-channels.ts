/**
 * What channels say of themselves, in German, by their English sentences: forms, guides, options, permissions. Names of
 * other people's pages and buttons stay as those show them.
 */
export const SAID_BY_CHANNELS: Readonly<Record<string, string>> = {
  // What they are called.
  Folder: 'Ordner',
  'By hand': 'Von Hand',
  // What they are.
  'Markdown files with their media, and feeds of them, in a folder on this computer.':
    'Markdown-Dateien mit ihren Medien und Feeds davon, in einem Ordner auf diesem Computer.',
  'Short posts and threads on Bluesky or on your own server.':
    'Kurze Beiträge und Threads auf Bluesky oder dem eigenen Server.',
  'Posts, threads and polls on Mastodon and servers that speak its language.':
    'Beiträge, Threads und Umfragen auf Mastodon und Servern mit derselben Sprache.',
  'Notes and threads on the relays of your choice, signed with your own key.':
    'Notizen und Threads auf Relays nach Wahl, mit dem eigenen Schlüssel signiert.',
  'Posts in a community of Lemmy, with a link or images, by your account on any of its servers.':
    'Beiträge in einer Lemmy-Community, mit Link oder Bildern, über ein Konto auf einem beliebigen Lemmy-Server.',
  'Articles on your WordPress site, with pictures, categories and tags; it can publish them by itself too.':
    'Artikel auf der eigenen WordPress-Seite, mit Bildern, Kategorien und Schlagwörtern; WordPress kann sie auch selbst zur Zeit veröffentlichen.',
  'Articles on your Ghost site, with pictures and tags, and as a newsletter if you say so.':
    'Artikel auf der eigenen Ghost-Seite, mit Bildern und Schlagwörtern, auf Wunsch auch als Newsletter.',
  'Articles in Markdown on dev.to, or on another site that runs Forem.':
    'Artikel in Markdown auf dev.to oder einer anderen Seite mit Forem.',
  'Notes, articles and photos on your own site, where it speaks Micropub: WordPress, Kirby, micro.blog, Indiekit.':
    'Notizen, Artikel und Fotos auf der eigenen Website, wenn sie Micropub spricht: WordPress, Kirby, micro.blog, Indiekit.',
  'Messages with pictures, videos and files to a Matrix room that is not encrypted.':
    'Nachrichten mit Bildern, Videos und Dateien an einen unverschlüsselten Matrix-Raum.',
  'Mail to a list of readers that you keep, through your own mail server.':
    'Mail an eine eigene Liste von Lesern, über den eigenen Mailserver.',
  'Posts to a Telegram channel or group by your own bot, which cannot read there: if an answer is lost, you are asked.':
    'Beiträge in einem Telegram-Kanal oder einer Gruppe über einen eigenen Bot, der dort nicht lesen kann: Bleibt eine Antwort aus, fragt Posthorn nach.',
  'Messages to a Discord channel by its webhook, which cannot read there: if an answer is lost, you are asked.':
    'Nachrichten in einem Discord-Kanal über dessen Webhook, der dort nicht lesen kann: Bleibt eine Antwort aus, fragt Posthorn nach.',
  'Texts to a Slack channel by its incoming webhook; it takes no files, and what was sent is changed only in Slack.':
    'Texte in einem Slack-Kanal über dessen Incoming Webhook; er nimmt keine Dateien, und Gesendetes lässt sich nur in Slack ändern.',
  'Posts, threads and polls on X by your own developer app; X charges its account for each post and each read.':
    'Beiträge, Threads und Umfragen auf X über eine eigene Entwickler-App; X berechnet ihrem Konto jeden Beitrag und jedes Lesen.',
  'Posts on your LinkedIn profile or your pages by your own developer app. What a person posted cannot be read there: if an answer is lost, you are asked; of pages LinkedIn is.':
    'Beiträge im eigenen LinkedIn-Profil oder auf eigenen Seiten über eine eigene Entwickler-App. Beiträge einer Person sind dort nicht lesbar: Bleibt eine Antwort aus, fragt Posthorn nach; bei Seiten wird LinkedIn gefragt.',
  'Posts, photos, videos, reels and stories on your Facebook pages, by your own app at Meta.':
    'Beiträge, Fotos, Videos, Reels und Stories auf eigenen Facebook-Seiten, über eine eigene App bei Meta.',
  'Pictures, carousels, reels and stories on a professional Instagram account, by your own app at Meta. Pictures need a media relay.':
    'Bilder, Karussells, Reels und Stories auf einem professionellen Instagram-Konto, über eine eigene App bei Meta. Bilder brauchen eine Medienablage.',
  'Posts, threads, carousels and polls on Threads, by your own app at Meta. Files need a media relay.':
    'Beiträge, Threads, Karussells und Umfragen auf Threads, über eine eigene App bei Meta. Dateien brauchen eine Medienablage.',
  'Posts videos and photos to TikTok through an app of your own; until TikTok audits it, only you see them.':
    'Videos und Fotos auf TikTok über eine eigene App; bis TikTok sie geprüft hat, sind sie nur für das eigene Konto sichtbar.',
  'Uploads videos to your YouTube channel through a Google project of your own.':
    'Videos auf dem eigenen YouTube-Kanal über ein eigenes Google-Projekt.',
  'Pins images, carousels and videos to your boards through an app of your own at Pinterest.':
    'Bilder, Karussells und Videos auf den eigenen Pinnwänden über eine eigene App bei Pinterest.',
  'Posts on your Tumblr blogs through an app of your own; Tumblr can publish them by itself too.':
    'Beiträge auf den eigenen Tumblr-Blogs über eine eigene App; Tumblr kann sie auch selbst zur Zeit veröffentlichen.',
  'Posts news, events and offers to your business profiles through a Google project of your own.':
    'Neuigkeiten, Termine und Angebote in den eigenen Unternehmensprofilen über ein eigenes Google-Projekt.',
  'Any network: at its time the post lies ready, the page is opened for you, and you say when it stands.':
    'Jedes Netzwerk: Zu seiner Zeit liegt der Beitrag bereit und die Seite öffnet sich; veröffentlicht und bestätigt wird von Hand.',
  // Secrets.
  'App password': 'App-Passwort',
  'Make one in Bluesky under Settings > Privacy and security > App passwords. Not needed when you sign in by the browser, which holds for two weeks; an app password holds until you delete it.':
    'In Bluesky unter Einstellungen > Privatsphäre und Sicherheit > App-Passwörter anlegen. Bei Anmeldung im Browser nicht nötig, die hält zwei Wochen; ein App-Passwort hält, bis es gelöscht wird.',
  'Access token': 'Zugangstoken',
  'On your server, under Preferences > Development > New application, with the scopes read and write; open the application and copy its access token. Not needed when you sign in by the browser.':
    'Auf dem Server unter Einstellungen > Entwicklung > Neue Anwendung, mit den Befugnissen read und write; die Anwendung öffnen und ihr Zugangstoken kopieren. Bei Anmeldung im Browser nicht nötig.',
  'Private key or signer': 'Privater Schlüssel oder Signierer',
  'Your key as nsec1... or hexadecimal, which is sent nowhere; or the address of your signer, as bunker://... or alice@example.com.':
    'Der Schlüssel als nsec1... oder hexadezimal, er wird nirgends hingeschickt; oder die Adresse des Signierers, als bunker://... oder alice@example.com.',
  Password: 'Passwort',
  'Or a token: the value of the cookie "jwt", for an account with a second factor.':
    'Oder ein Token: der Wert des Cookies „jwt“, bei einem Konto mit zweitem Faktor.',
  'Application password': 'Anwendungspasswort',
  'Not the one you sign in with: one made for Posthorn alone.': 'Nicht das zum Anmelden: eines allein für Posthorn.',
  'Admin API key': 'Admin-API-Schlüssel',
  'Of an integration of your own; it has a colon in the middle.':
    'Von einer eigenen Integration; in der Mitte steht ein Doppelpunkt.',
  'API key': 'API-Schlüssel',
  'From Settings > Extensions of the site.': 'Aus Settings > Extensions der Seite.',
  'As your site gives it out. Not needed when you sign in by the browser.':
    'Wie die Seite es ausgibt. Bei Anmeldung im Browser nicht nötig.',
  'Access token or password': 'Zugangstoken oder Passwort',
  'As you chose above.': 'Wie oben gewählt.',
  'For the mail server. Many providers have app passwords for mail programs in their settings.':
    'Für den Mailserver. Viele Anbieter haben in ihren Einstellungen App-Passwörter für Mailprogramme.',
  'Bot token': 'Bot-Token',
  'Write /newbot to @BotFather in Telegram; it gives you the token. Then make the bot an administrator.':
    'In Telegram /newbot an @BotFather schreiben; der gibt das Token aus. Dann den Bot zum Administrator machen.',
  'Webhook URL': 'Webhook-URL',
  'In Discord, open the channel > Edit channel > Integrations > Webhooks, choose or make one, and copy its URL. Whoever has it can post there.':
    'In Discord den Kanal öffnen > Kanal bearbeiten > Integrationen > Webhooks, einen wählen oder anlegen und seine URL kopieren. Wer sie hat, kann dort schreiben.',
  'On api.slack.com/apps, open your app > Incoming Webhooks, add one for the channel, and copy its URL. Whoever has it can post there.':
    'Auf api.slack.com/apps die App öffnen > Incoming Webhooks, einen für den Kanal hinzufügen und seine URL kopieren. Wer sie hat, kann dort schreiben.',
  'Client Secret': 'Client-Secret',
  'Only for an app of the type Web App or Automated App; a Native App has none.':
    'Nur für eine App der Art Web App oder Automated App; eine Native App hat keines.',
  'Of your own developer app: My apps > your app > Auth.': 'Von der eigenen Entwickler-App: My apps > die App > Auth.',
  'App secret': 'App-Geheimcode',
  'Of the same app, beside its ID. A token of a system user of your business may stand here instead.':
    'Von derselben App, neben ihrer ID. Stattdessen geht auch das Token eines Systemnutzers des Unternehmens.',
  'Threads app secret': 'App-Geheimcode von Threads',
  'Of the same app, beside its ID; or a token from the User token generator of the app, instead.':
    'Von derselben App, neben ihrer ID; oder stattdessen ein Token aus dem User token generator der App.',
  'Client secret': 'Client-Secret',
  'The page of your app shows it beside the client key.': 'Die Seite der App zeigt es neben dem Client Key.',
  'Google shows it beside the client ID.': 'Google zeigt es neben der Client-ID.',
  'App secret key': 'Geheimer Schlüssel der App',
  'The page of your app shows it.': 'Die Seite der App zeigt ihn.',
  'OAuth Consumer Secret': 'OAuth Consumer Secret',
  'The page of your app shows it: Show secret key.': 'Die Seite der App zeigt es: Show secret key.',
  // How text is counted.
  'Each character counts one as people see it, an emoji too.':
    'Jedes Zeichen zählt eins, so wie Menschen es sehen, auch ein Emoji.',
  'In bytes: plain letters count one, accents two, emoji four or more.':
    'In Bytes: einfache Buchstaben zählen eins, akzentuierte zwei, Emojis vier oder mehr.',
  'A link counts 23, and of a name on another server only what stands before the server.':
    'Ein Link zählt 23, und von einem Namen auf einem anderen Server nur, was vor dem Server steht.',
  'Most characters count one, emoji two or more.': 'Die meisten Zeichen zählen eins, Emojis zwei oder mehr.',
  'A link counts 23, an emoji two, a letter of Chinese, Japanese or Korean two.':
    'Ein Link zählt 23, ein Emoji zwei, ein chinesisches, japanisches oder koreanisches Zeichen zwei.',
  'Characters count one, an emoji as many as it has bytes, mostly four.':
    'Zeichen zählen eins, ein Emoji so viel, wie es Bytes hat, meist vier.',
  // Units.
  characters: 'Zeichen',
  bytes: 'Bytes',
  // What a text must not have.
  'the signs < and >': 'die Zeichen < und >',
  'telephone numbers': 'Telefonnummern',
  // Where accounts publish to.
  community: 'Community',
  page: 'Seite',
  account: 'Konto',
  board: 'Pinnwand',
  blog: 'Blog',
  location: 'Standort',
  // Settings of accounts.
  'Where posts, media and feeds are written.': 'Wohin Beiträge, Medien und Feeds geschrieben werden.',
  Title: 'Titel',
  'What the feeds are called. Without it: the name of the folder.':
    'Wie die Feeds heißen. Ohne Angabe: der Name des Ordners.',
  'Web address': 'Webadresse',
  'Where the folder is found on the web. Without it the feeds point to the files on this computer.':
    'Wo der Ordner im Web zu finden ist. Ohne Angabe verweisen die Feeds auf die Dateien auf diesem Computer.',
  'Made into a site by': 'Zur Website gemacht von',
  'Posts and pictures are laid where it wants them, below its own folder: content/posts (hugo), _posts (jekyll), content/blog (eleventy), src/content/blog (astro). It makes the feeds itself.':
    'Beiträge und Bilder liegen dort, wo das Programm sie erwartet, unter seinem eigenen Ordner: content/posts (hugo), _posts (jekyll), content/blog (eleventy), src/content/blog (astro). Die Feeds macht es selbst.',
  'Keep in git': 'In git aufbewahren',
  'Each post becomes a commit in the repository of the folder, and is pushed where it goes to. Hooks of the repository run as they do for you, and may refuse it.':
    'Jeder Beitrag wird ein Commit im Repository des Ordners und auf Wunsch gepusht. Hooks des Repositorys laufen wie sonst auch und dürfen ablehnen.',
  Server: 'Server',
  'Where the account lives. Most accounts live on bsky.social.':
    'Wo das Konto liegt. Die meisten Konten liegen auf bsky.social.',
  Handle: 'Handle',
  'Your handle, or your e-mail address.': 'Das eigene Handle oder die E-Mail-Adresse.',
  'Where the account lives: Mastodon, or a server that speaks its language.':
    'Wo das Konto liegt: Mastodon oder ein Server mit derselben Sprache.',
  Relays: 'Relays',
  'The servers that get your posts, with a space between them.':
    'Die Server, die Beiträge bekommen, durch Leerzeichen getrennt.',
  'Media server': 'Medienserver',
  'A Blossom or NIP-96 server, where pictures and videos of posts are kept.':
    'Ein Blossom- oder NIP-96-Server, auf dem Bilder und Videos von Beiträgen liegen.',
  Viewer: 'Anzeige',
  'The website that links to your posts lead to.': 'Die Website, auf die Links zu eigenen Beiträgen führen.',
  'Where your account is.': 'Wo das Konto liegt.',
  'User name': 'Benutzername',
  'Or the e-mail address you sign in with.': 'Oder die E-Mail-Adresse zum Anmelden.',
  Community: 'Community',
  'Where posts go unless they say another.': 'Wohin Beiträge gehen, wenn sie keine andere nennen.',
  Site: 'Website',
  'The address of the site, as its readers know it.': 'Die Adresse der Website, wie Leser sie kennen.',
  'The one you sign in with, or your e-mail address there.': 'Der Name zum Anmelden oder die E-Mail-Adresse dort.',
  'API URL': 'API-URL',
  'As Ghost shows it beside the key.': 'Wie Ghost sie neben dem Schlüssel zeigt.',
  'dev.to, or another one that runs Forem.': 'dev.to oder eine andere Seite mit Forem.',
  'Your own address: its front page says where posts are taken.':
    'Die eigene Adresse: Ihre Startseite sagt, wo Beiträge angenommen werden.',
  'Matrix address': 'Matrix-Adresse',
  'Your own, or that of your server.': 'Die eigene oder die des Servers.',
  Room: 'Raum',
  'Its address or its id; your account must be in it, and it must not be encrypted.':
    'Seine Adresse oder ID; das Konto muss darin sein, und er darf nicht verschlüsselt sein.',
  'Sign in with': 'Anmelden mit',
  'token: an access token; password: the password of the account.':
    'Token: ein Zugangstoken; Passwort: das des Kontos.',
  'Mail server': 'Mailserver',
  'The server for outgoing mail (SMTP).': 'Der Server für ausgehende Mail (SMTP).',
  Encryption: 'Verschlüsselung',
  'From the start (tls), after the greeting (starttls); none is only for a server on this computer.':
    'Von Anfang an (tls), nach der Begrüßung (starttls); „keine“ nur für einen Server auf diesem Computer.',
  Port: 'Port',
  'Left out: 465 for tls, 587 for starttls, 25 for none.':
    'Ohne Angabe: 465 für tls, 587 für starttls, 25 ohne Verschlüsselung.',
  Sender: 'Absender',
  'Your name and address as readers see them.': 'Name und Adresse, wie Leser sie sehen.',
  'For the mail server. Left out: the address of the sender.':
    'Für den Mailserver. Ohne Angabe: die Adresse des Absenders.',
  Readers: 'Leser',
  'Who gets it, one on a line. Each gets a message of their own. A line that begins with # is a note.':
    'Wer es bekommt, je Zeile einer. Jeder bekommt eine eigene Nachricht. Eine Zeile, die mit # beginnt, ist eine Notiz.',
  'File of readers': 'Datei mit Lesern',
  'A text file that you keep, one reader on a line; it is read anew for each post.':
    'Eine eigene Textdatei, je Zeile ein Leser; sie wird für jeden Beitrag neu gelesen.',
  'Name of the newsletter': 'Name des Newsletters',
  'Left out: the name of the sender.': 'Ohne Angabe: der Name des Absenders.',
  'Answers go to': 'Antworten gehen an',
  'Left out: to the sender.': 'Ohne Angabe: an den Absender.',
  'End each message with a line to unsubscribe': 'Jede Nachricht mit einer Zeile zum Abbestellen beenden',
  'Mail programs show a button for it either way. Who uses it writes to you: take them out of the list.':
    'Mailprogramme zeigen dafür in jedem Fall einen Knopf. Wer ihn benutzt, schreibt eine Mail: die Person dann aus der Liste nehmen.',
  'Channel or group': 'Kanal oder Gruppe',
  'Its name, or the number of one that is private. The bot must be an administrator of a channel.':
    'Der Name, oder bei privaten die Nummer. In einem Kanal muss der Bot Administrator sein.',
  "Telegram's own, or your own Bot API server, which takes larger files.":
    'Der von Telegram, oder ein eigener Bot-API-Server, der größere Dateien nimmt.',
  'Client ID': 'Client-ID',
  'Of your own developer app: Developer Console > your app > Keys and tokens > OAuth 2.0.':
    'Von der eigenen Entwickler-App: Developer Console > die App > Keys and tokens > OAuth 2.0.',
  'Post as pages, too': 'Auch als Seiten veröffentlichen',
  'Only for an app with the product Community Management API, which LinkedIn grants on request; leave it off otherwise.':
    'Nur für eine App mit dem Produkt Community Management API, das LinkedIn auf Anfrage gewährt; sonst ausgeschaltet lassen.',
  'App ID': 'App-ID',
  'Of your own app at developers.facebook.com: App settings > Basic. The same one serves Facebook and Instagram.':
    'Von der eigenen App auf developers.facebook.com: App settings > Basic. Dieselbe dient Facebook und Instagram.',
  'Threads app ID': 'App-ID von Threads',
  'Of your own app at developers.facebook.com: App settings > Basic > Threads app ID, which is another than the App ID.':
    'Von der eigenen App auf developers.facebook.com: App settings > Basic > Threads app ID; sie ist eine andere als die App-ID.',
  'Client key': 'Client Key',
  'The page of your app at developers.tiktok.com has it.': 'Die Seite der App auf developers.tiktok.com zeigt ihn.',
  'Of an OAuth client of the kind "Desktop app" in a project of your own.':
    'Von einem OAuth-Client der Art „Desktop app“ in einem eigenen Projekt.',
  'The page of your app at developers.pinterest.com has it.':
    'Die Seite der App auf developers.pinterest.com zeigt sie.',
  'OAuth Consumer Key': 'OAuth Consumer Key',
  'The page of your app at tumblr.com/oauth/apps shows it.': 'Die Seite der App auf tumblr.com/oauth/apps zeigt ihn.',
  'The page where you post: it is opened for you when the time has come.':
    'Die Seite zum Veröffentlichen: Sie öffnet sich, wenn die Zeit gekommen ist.',
  Rules: 'Regeln',
  'The network whose limits are checked and whose look is shown; "any" checks nothing.':
    'Das Netzwerk, dessen Grenzen geprüft und dessen Aussehen gezeigt wird; „keine“ prüft nichts.',
  'Where the text and the files are laid out, made ready for the network.':
    'Wo Text und Dateien bereitgelegt werden, fertig für das Netzwerk.',
  // Guides.
  'Nostr has no accounts to sign up for: a key is all. Apps such as Primal or Damus make one; copy the private key (nsec1...) from their settings. Who has it can post as you for ever.':
    'Für Nostr muss man sich nirgends anmelden: Ein Schlüssel genügt. Apps wie Primal oder Damus erzeugen einen; den privaten Schlüssel (nsec1...) aus deren Einstellungen kopieren. Wer ihn hat, kann für immer im eigenen Namen schreiben.',
  'Or leave the key with a signer, such as nsec.app or Amber: make a connection there, copy its address (bunker://...), and allow Posthorn when it asks.':
    'Oder den Schlüssel bei einem Signierer lassen, etwa nsec.app oder Amber: dort eine Verbindung anlegen, ihre Adresse (bunker://...) kopieren und zustimmen, wenn Posthorn fragt.',
  'Choose a server of Lemmy and make an account there, if you have none.':
    'Einen Lemmy-Server wählen und dort ein Konto anlegen, falls noch keines da ist.',
  'Enter the server, your name there, your password, and the community to post to.':
    'Server, den Namen dort, das Passwort und die Community für Beiträge eingeben.',
  'With a second factor, sign in by the browser, and paste the value of its cookie "jwt" in place of the password.':
    'Bei einem zweiten Faktor im Browser anmelden und statt des Passworts den Wert des Cookies „jwt“ einfügen.',
  'In WordPress, open Users > Profile, and go down to Application Passwords.':
    'In WordPress Benutzer > Profil öffnen und zu Anwendungspasswörter hinuntergehen.',
  'Enter a name such as Posthorn, choose Add New Application Password, and copy what it shows.':
    'Einen Namen wie Posthorn eingeben, Neues Anwendungspasswort hinzufügen wählen und kopieren, was erscheint.',
  'If there is no such section, the site is not on https, or a plugin switches it off.':
    'Fehlt dieser Abschnitt, ist die Website nicht über https erreichbar, oder ein Plugin schaltet ihn ab.',
  'In Ghost, open Settings > Integrations, and choose Add custom integration.':
    'In Ghost Settings > Integrations öffnen und Add custom integration wählen.',
  'Name it Posthorn, and copy its Admin API key and its API URL.':
    'Posthorn als Namen eingeben und Admin API key und API URL kopieren.',
  'Open the settings of dev.to, and go to Extensions.': 'Die Einstellungen von dev.to öffnen und zu Extensions gehen.',
  'Under DEV Community API Keys, enter Posthorn as description, choose Generate API Key, and copy the key.':
    'Unter DEV Community API Keys Posthorn als Beschreibung eingeben, Generate API Key wählen und den Schlüssel kopieren.',
  'Your site must take posts by Micropub: some do by themselves, others by a plugin of that name.':
    'Die Website muss Beiträge über Micropub annehmen: Manche können das selbst, andere über ein Plugin dieses Namens.',
  'Enter its address, and sign in by the browser: the site asks you what Posthorn may do.':
    'Ihre Adresse eingeben und im Browser anmelden: Die Website fragt, was Posthorn darf.',
  'If it has no IndieAuth, make an access token in its settings and paste that.':
    'Ohne IndieAuth in ihren Einstellungen ein Zugangstoken anlegen und einfügen.',
  'Make an account for what Posthorn says, or take your own, and join the room with it.':
    'Ein Konto für Posthorns Nachrichten anlegen oder das eigene nehmen und damit dem Raum beitreten.',
  'In Element, open Settings > Help & About > Advanced, and copy the access token. Do not sign out there: that ends it.':
    'In Element Einstellungen > Hilfe und Info > Erweitert öffnen und das Zugangstoken kopieren. Dort nicht abmelden: Das beendet es.',
  'Where the server lets you in by password, that does as well: Posthorn keeps a session of its own.':
    'Wo der Server Passwörter annimmt, geht es auch so: Posthorn führt dann eine eigene Sitzung.',
  'Open the Developer Console of X and sign in with the account that is to post.':
    'Die Developer Console von X öffnen und mit dem Konto anmelden, das veröffentlichen soll.',
  'Create an app, and buy credits: X charges for each post, more for one with a link, and for what is read.':
    'Eine App anlegen und Credits kaufen: X berechnet jeden Beitrag, solche mit Link höher, und was gelesen wird.',
  'In the app, set up user authentication: permission "Read and write", type "Native App", and as callback the address that Posthorn shows here (127.0.0.1, not localhost).':
    'In der App User authentication einrichten: Berechtigung „Read and write“, Art „Native App“ und als Callback die Adresse, die Posthorn hier zeigt (127.0.0.1, nicht localhost).',
  'Copy the OAuth 2.0 Client ID of the app, and sign in.': 'Die OAuth 2.0 Client ID der App kopieren und anmelden.',
  'Create an app. LinkedIn wants a page that it belongs to; a new, empty one will do.':
    'Eine App anlegen. LinkedIn verlangt eine Seite, zu der sie gehört; eine neue, leere genügt.',
  'Under Products, add "Share on LinkedIn" and "Sign In with LinkedIn using OpenID Connect": both are given at once.':
    'Unter Products „Share on LinkedIn“ und „Sign In with LinkedIn using OpenID Connect“ hinzufügen: Beide gibt es sofort.',
  'To post as pages, make another app with the product "Community Management API" alone, and ask LinkedIn for it.':
    'Um als Seite zu veröffentlichen, eine weitere App allein mit dem Produkt „Community Management API“ anlegen und LinkedIn darum bitten.',
  'Under Auth, add as an authorized redirect URL the address that Posthorn shows here, and copy the Client ID and the Client Secret.':
    'Unter Auth die Adresse, die Posthorn hier zeigt, als Authorized redirect URL hinzufügen und Client ID und Client Secret kopieren.',
  'Sign in. LinkedIn wants that again every 60 days; Posthorn tells you before.':
    'Anmelden. LinkedIn verlangt das alle 60 Tage neu; Posthorn meldet sich vorher.',
  'Sign in at Meta for Developers with the Facebook account that may publish there, and register as a developer.':
    'Bei Meta for Developers mit dem Facebook-Konto anmelden, das dort veröffentlichen darf, und als Entwickler registrieren.',
  'Choose Create app, give it a name, and choose the use case “Manage everything on your Page”. One app can serve Facebook and Instagram.':
    'Create app wählen, einen Namen geben und den Anwendungsfall „Manage everything on your Page“ wählen. Eine App kann Facebook und Instagram dienen.',
  'In the use case, under Permissions, add pages_show_list, pages_read_engagement, pages_manage_posts, pages_manage_engagement, pages_read_user_content.':
    'Im Anwendungsfall unter Permissions hinzufügen: pages_show_list, pages_read_engagement, pages_manage_posts, pages_manage_engagement, pages_read_user_content.',
  'Under Facebook Login > Settings, switch on Client OAuth login and Web OAuth login, and add the address that Posthorn shows as a valid redirect address, with localhost in place of 127.0.0.1.':
    'Unter Facebook Login > Settings Client OAuth login und Web OAuth login einschalten und die Adresse, die Posthorn zeigt, als gültige Rücksprungadresse eintragen, mit localhost statt 127.0.0.1.',
  'Sign in from Posthorn while the app is in development: only then Facebook sends you back to this computer. With a role in the app you may publish to your own Facebook without a review. Switch the app to live afterwards: until then only people with a role in it see what it publishes.':
    'Von Posthorn aus anmelden, solange die App in Entwicklung ist: Nur dann führt Facebook zu diesem Computer zurück. Mit einer Rolle in der App ist das Veröffentlichen auf dem eigenen Facebook ohne Prüfung möglich. Die App danach auf live stellen: Bis dahin sehen nur Personen mit einer Rolle darin, was sie veröffentlicht.',
  'Under App settings > Basic, copy the App ID and the App secret.':
    'Unter App settings > Basic App ID und App secret kopieren.',
  'In Instagram, make the account a professional one, and connect it to a Facebook page of yours.':
    'In Instagram das Konto zu einem professionellen machen und mit einer eigenen Facebook-Seite verbinden.',
  'Choose Create app, give it a name, and choose the use case “Manage messaging & content on Instagram”. One app can serve Facebook and Instagram.':
    'Create app wählen, einen Namen geben und den Anwendungsfall „Manage messaging & content on Instagram“ wählen. Eine App kann Facebook und Instagram dienen.',
  'In the use case, under Permissions, add pages_show_list, pages_read_engagement, instagram_basic, instagram_content_publish, instagram_manage_comments, instagram_manage_contents.':
    'Im Anwendungsfall unter Permissions hinzufügen: pages_show_list, pages_read_engagement, instagram_basic, instagram_content_publish, instagram_manage_comments, instagram_manage_contents.',
  'Sign in from Posthorn while the app is in development: only then Facebook sends you back to this computer. With a role in the app you may publish to your own Instagram without a review. Switch the app to live afterwards: until then only people with a role in it see what it publishes.':
    'Von Posthorn aus anmelden, solange die App in Entwicklung ist: Nur dann führt Facebook zu diesem Computer zurück. Mit einer Rolle in der App ist das Veröffentlichen auf dem eigenen Instagram ohne Prüfung möglich. Die App danach auf live stellen: Bis dahin sehen nur Personen mit einer Rolle darin, was sie veröffentlicht.',
  'Sign in at Meta for Developers, choose Create app, and choose the use case “Access the Threads API”.':
    'Bei Meta for Developers anmelden, Create app wählen und den Anwendungsfall „Access the Threads API“ wählen.',
  'In the use case, under Permissions, add threads_basic, threads_content_publish, threads_manage_replies, threads_read_replies, threads_delete.':
    'Im Anwendungsfall unter Permissions hinzufügen: threads_basic, threads_content_publish, threads_manage_replies, threads_read_replies, threads_delete.',
  'Under App roles > Roles, add your own Threads account as a Threads tester, and accept the invitation in Threads under Settings > Account > Website permissions.':
    'Unter App roles > Roles das eigene Threads-Konto als Threads tester hinzufügen und die Einladung in Threads unter Einstellungen > Konto > Website-Berechtigungen annehmen.',
  'The short way: in the settings of the use case, make a token with the User token generator, and enter it in place of the app secret.':
    'Der kurze Weg: in den Einstellungen des Anwendungsfalls mit dem User token generator ein Token erzeugen und statt des App-Geheimcodes eingeben.',
  'Or add the address that Posthorn shows as a redirect address, with https://localhost in place of http://127.0.0.1. After you agreed, the browser ends at a page that does not open: copy its address into Posthorn.':
    'Oder die Adresse, die Posthorn zeigt, als Rücksprungadresse eintragen, mit https://localhost statt http://127.0.0.1. Nach der Zustimmung endet der Browser auf einer Seite, die sich nicht öffnet: ihre Adresse in Posthorn einfügen.',
  'Under App settings > Basic, copy the Threads app ID and the Threads app secret.':
    'Unter App settings > Basic Threads app ID und Threads app secret kopieren.',
  'Register at TikTok for Developers and make an app, with Desktop among its platforms.':
    'Bei TikTok for Developers registrieren und eine App anlegen, mit Desktop unter ihren Plattformen.',
  'Add the products Login Kit and Content Posting API, and switch on Direct Post in the latter.':
    'Die Produkte Login Kit und Content Posting API hinzufügen und bei letzterem Direct Post einschalten.',
  'Under Login Kit, register http://127.0.0.1:*/ as a redirect address for Desktop, as Posthorn shows it when you sign in.':
    'Unter Login Kit http://127.0.0.1:*/ als Rücksprungadresse für Desktop eintragen, so wie Posthorn sie beim Anmelden zeigt.',
  'Add the scopes user.info.basic, video.publish and video.upload.':
    'Die Scopes user.info.basic, video.publish und video.upload hinzufügen.',
  'Copy the client key and the client secret here.': 'Client Key und Client Secret hierher kopieren.',
  'For photos, verify the domain of your media relay under URL properties: TikTok fetches them from there.':
    'Für Fotos die Domain der Medienablage unter URL properties bestätigen: TikTok holt sie von dort.',
  'An app that TikTok has not audited posts only to private accounts, and only for yourself to see. Apply for the audit when all works.':
    'Eine App, die TikTok nicht geprüft hat, veröffentlicht nur auf privaten Konten und nur für einen selbst sichtbar. Die Prüfung beantragen, wenn alles funktioniert.',
  'Sign in to the Google Cloud console with the account that posts, and make a project.':
    'In der Google Cloud console mit dem Konto anmelden, das veröffentlicht, und ein Projekt anlegen.',
  'Enable the YouTube Data API v3 for the project.': 'Für das Projekt die YouTube Data API v3 aktivieren.',
  'Under Google Auth Platform, name the app, choose External, add yourself as a test user and add the scopes youtube.upload and youtube. Publish the app there: as long as it is in testing, a sign-in ends after seven days.':
    'Unter Google Auth Platform die App benennen, External wählen, sich selbst als Testnutzer eintragen und die Scopes youtube.upload und youtube hinzufügen. Die App dort veröffentlichen: Im Teststatus endet eine Anmeldung nach sieben Tagen.',
  'Under Clients, make one of the kind "Desktop app", and copy its client ID and client secret here.':
    'Unter Clients einen der Art „Desktop app“ anlegen und Client-ID und Client-Secret hierher kopieren.',
  'Until Google has audited the project, YouTube keeps private whatever it uploads. Ask for the audit when all works.':
    'Bis Google das Projekt geprüft hat, bleiben damit hochgeladene Videos auf YouTube privat. Die Prüfung beantragen, wenn alles funktioniert.',
  'Turn your account into a business account: it is free, and apps need one.':
    'Das Konto in ein Unternehmenskonto umwandeln: Das kostet nichts, und Apps brauchen eines.',
  'Connect an app there and describe what you use it for: posting to your own boards.':
    'Dort eine App verbinden und beschreiben, wofür: Veröffentlichen auf eigenen Pinnwänden.',
  'Once it is approved, add the redirect address that Posthorn shows under Redirect URIs.':
    'Nach der Freigabe die Rücksprungadresse, die Posthorn zeigt, unter Redirect URIs eintragen.',
  'Copy the app ID and the app secret key here.': 'App ID und App secret key hierher kopieren.',
  'With trial access only you see the pins; ask for standard access when all works.':
    'Mit Testzugang sind die Pins nur für einen selbst sichtbar; den Standardzugang beantragen, wenn alles funktioniert.',
  'Register an application at Tumblr; as its website and its default callback any address of yours will do.':
    'Bei Tumblr eine Anwendung registrieren; als Website und Default callback genügt irgendeine eigene Adresse.',
  'Under OAuth2 redirect URLs, enter the redirect address that Posthorn shows here.':
    'Unter OAuth2 redirect URLs die Rücksprungadresse eintragen, die Posthorn hier zeigt.',
  'Copy the OAuth Consumer Key, and with Show secret key the secret.':
    'OAuth Consumer Key kopieren und mit Show secret key das Secret.',
  'Tumblr takes 250 posts a day from an account, and 1000 requests an hour from an app.':
    'Tumblr nimmt von einem Konto 250 Beiträge am Tag und von einer App 1000 Anfragen in der Stunde.',
  'Enable the Google My Business API for the project.': 'Für das Projekt die Google My Business API aktivieren.',
  'Under Google Auth Platform, name the app, choose External, add yourself as a test user and add the scopes business.manage. Publish the app there: as long as it is in testing, a sign-in ends after seven days.':
    'Unter Google Auth Platform die App benennen, External wählen, sich selbst als Testnutzer eintragen und die Scopes business.manage hinzufügen. Die App dort veröffentlichen: Im Teststatus endet eine Anmeldung nach sieben Tagen.',
  'Enable the My Business Account Management API and the My Business Business Information API as well.':
    'Auch die My Business Account Management API und die My Business Business Information API aktivieren.',
  'Ask for access to the APIs with the number of the project. Until Google approves it, nothing can be asked.':
    'Mit der Nummer des Projekts den Zugang zu den APIs beantragen. Bis Google zustimmt, lässt sich nichts abfragen.',
  // Options of posts.
  Type: 'Art',
  'What the post is to be. Left out: what its content is.':
    'Was der Beitrag sein soll. Ohne Angabe: was sein Inhalt ist.',
  'Left out: the first line.': 'Ohne Angabe: die erste Zeile.',
  Description: 'Beschreibung',
  'What search engines and cards show of it.': 'Was Suchmaschinen und Karten davon zeigen.',
  Categories: 'Kategorien',
  'As a draft': 'Als Entwurf',
  'It is written, and the site does not show it.': 'Er wird geschrieben, und die Website zeigt ihn nicht.',
  'First picture is the cover': 'Erstes Bild als Titelbild',
  'It stands above the text instead of in it.': 'Es steht über dem Text statt darin.',
  Languages: 'Sprachen',
  'What it is written in.': 'Worin er geschrieben ist.',
  'Reply to': 'Antwort an',
  'The address of the post it answers.': 'Die Adresse des Beitrags, auf den er antwortet.',
  Quote: 'Zitat',
  'The address of the post it shows.': 'Die Adresse des Beitrags, den er zeigt.',
  'Who may reply': 'Wer antworten darf',
  'Followed: whom the account follows. Everybody when left out.': 'Gefolgte: wem das Konto folgt. Ohne Angabe alle.',
  'List of who may reply': 'Liste derer, die antworten dürfen',
  'The address of the list, where a list may reply.': 'Die Adresse der Liste, wenn eine Liste antworten darf.',
  'Nobody may quote it': 'Niemand darf ihn zitieren',
  'Content warnings': 'Inhaltswarnungen',
  'What its media show.': 'Was die Medien zeigen.',
  'Further tags': 'Weitere Schlagwörter',
  'Hashtags beside those in the text, without the sign.': 'Hashtags neben denen im Text, ohne das Zeichen.',
  'Content warning': 'Inhaltswarnung',
  'Who sees it': 'Wer ihn sieht',
  'Hide the media at first': 'Medien zuerst verbergen',
  Language: 'Sprache',
  'Choices of a poll': 'Antworten einer Umfrage',
  'Minutes a poll is open': 'Minuten, die eine Umfrage läuft',
  'A day when left out.': 'Ohne Angabe ein Tag.',
  'Several choices in a poll': 'Mehrere Antworten in einer Umfrage',
  'The address of the post it shows. Servers have this since Mastodon 4.5.':
    'Die Adresse des Beitrags, den er zeigt. Server können das seit Mastodon 4.5.',
  'Who may quote it': 'Wer ihn zitieren darf',
  'As the account has it when left out. Since Mastodon 4.5.': 'Ohne Angabe wie beim Konto. Seit Mastodon 4.5.',
  'Focus of the images': 'Bildmittelpunkte',
  'What stays in view when an image is cut, in their order: from -1,-1 (bottom left) to 1,1.':
    'Was bei beschnittenen Bildern sichtbar bleibt, in ihrer Reihenfolge: von -1,-1 (unten links) bis 1,1.',
  'Answer to': 'Antwort auf',
  'The post that this one answers: its address, nevent1... or note1...':
    'Der Beitrag, auf den dieser antwortet: seine Adresse, nevent1... oder note1...',
  'The post that this one shows below: its address, nevent1... or note1...':
    'Der Beitrag, den dieser unten zeigt: seine Adresse, nevent1... oder note1...',
  'Left out: the first line of the text.': 'Ohne Angabe: die erste Zeile des Textes.',
  Link: 'Link',
  'What the title leads to. Left out: the first image, or without one the first link in the text.':
    'Wohin der Titel führt. Ohne Angabe: zum ersten Bild, oder ohne Bild zum ersten Link im Text.',
  'Another one than that of the account.': 'Eine andere als die des Kontos.',
  'Not safe for work': 'Nicht jugendfrei',
  'Its code; some communities take only certain ones.': 'Ihr Code; manche Communitys nehmen nur bestimmte.',
  'Name in the address': 'Name in der Adresse',
  'Left out: made of the title.': 'Ohne Angabe: aus dem Titel gebildet.',
  Excerpt: 'Auszug',
  'What lists of posts show of it.': 'Was Listen von Beiträgen davon zeigen.',
  'By name or number; the site must have them.': 'Mit Namen oder Nummer; die Website muss sie haben.',
  Tags: 'Schlagwörter',
  'By name or number, beside the tags of the post; new names are made.':
    'Mit Namen oder Nummer, neben den Schlagwörtern des Beitrags; neue Namen werden angelegt.',
  State: 'Zustand',
  'Left out: published for everybody.': 'Ohne Angabe: für alle veröffentlicht.',
  'Featured image': 'Beitragsbild',
  'also: the first image is featured and stands in the post as well, as when left out; only: it is not repeated in the post; none.':
    'Auch darin: Das erste Bild ist Beitragsbild und steht auch im Beitrag, wie ohne Angabe. Nur oben: Es steht nicht noch einmal im Beitrag. Keine: kein Beitragsbild.',
  'Keep it at the top': 'Oben halten',
  Comments: 'Kommentare',
  "Left out: as the site's settings say.": 'Ohne Angabe: wie in den Einstellungen der Website.',
  'Beside the tags of the post; the first is its main one.':
    'Neben den Schlagwörtern des Beitrags; das erste ist das wichtigste.',
  'Left out: published.': 'Ohne Angabe: veröffentlicht.',
  'Who may read it': 'Wer ihn lesen darf',
  Featured: 'Hervorgehoben',
  'Image of the post': 'Bild des Beitrags',
  'also: the first image heads the post and stands in it as well, as when left out; only: it is not repeated in the post; none.':
    'Auch darin: Das erste Bild steht über dem Beitrag und auch darin, wie ohne Angabe. Nur oben: Es steht nicht noch einmal darin. Keine: kein Bild.',
  'Send as newsletter': 'Als Newsletter senden',
  'Name of the newsletter that goes out with it by e-mail. Left out: none does.':
    'Name des Newsletters, der damit per E-Mail hinausgeht. Ohne Angabe: keiner.',
  'Who gets the newsletter': 'Wer den Newsletter bekommt',
  'all, those who do not pay, or those who do.': 'Alle, nur nicht zahlende oder nur zahlende.',
  'What lists show of it.': 'Was Listen davon zeigen.',
  'Before the tags of the post; letters and digits, four in all.':
    'Vor den Schlagwörtern des Beitrags; Buchstaben und Ziffern, insgesamt vier.',
  Series: 'Reihe',
  'Its name; a new one is made.': 'Ihr Name; eine neue wird angelegt.',
  'First published at': 'Zuerst veröffentlicht unter',
  'The address of the original.': 'Die Adresse des Originals.',
  Cover: 'Titelbild',
  'The address of an image. Left out: the first image of the post.':
    'Die Adresse eines Bildes. Ohne Angabe: das erste Bild des Beitrags.',
  Organisation: 'Organisation',
  'The number of one that you are in.': 'Die Nummer einer Organisation mit eigener Mitgliedschaft.',
  'Makes an article of it. Left out: a note.': 'Macht einen Artikel daraus. Ohne Angabe: eine Notiz.',
  'Left out: made of the title. A site may choose another.':
    'Ohne Angabe: aus dem Titel gebildet. Eine Website kann einen anderen wählen.',
  Summary: 'Zusammenfassung',
  'Beside the tags of the post.': 'Neben den Schlagwörtern des Beitrags.',
  'Who may see it': 'Wer ihn sehen darf',
  'Left out: as the site does.': 'Ohne Angabe: wie es die Website hält.',
  'Copies to': 'Kopien an',
  'Where the site is to send copies, by the names or addresses it tells.':
    'Wohin die Website Kopien schicken soll, mit den Namen oder Adressen, die sie nennt.',
  'Address of the page it answers.': 'Adresse der Seite, auf die er antwortet.',
  'As a notice': 'Als Hinweis',
  'Quieter: as bots say things. For posts without files.':
    'Leiser: so wie Bots etwas sagen. Für Beiträge ohne Dateien.',
  'Link of the message it answers.': 'Link der Nachricht, auf die er antwortet.',
  Thread: 'Thread',
  'Link of the message whose thread it goes to.': 'Link der Nachricht, zu deren Thread er gehört.',
  Subject: 'Betreff',
  Preview: 'Vorschau',
  'What mail programs show behind the subject, before it is opened.':
    'Was Mailprogramme hinter dem Betreff zeigen, bevor die Mail geöffnet ist.',
  'Send only to me': 'Nur an mich senden',
  'A trial: it goes to the address of the sender and to no reader.':
    'Ein Versuch: Er geht an die Adresse des Absenders und an keinen Leser.',
  'Without a sound': 'Ohne Ton',
  'Not to be passed on': 'Nicht weiterleiten lassen',
  'Preview of the first link': 'Vorschau des ersten Links',
  'Shown when left out.': 'Ohne Angabe wird sie gezeigt.',
  'Name it is posted under': 'Name über dem Beitrag',
  'Picture it is posted under': 'Bild neben dem Beitrag',
  'The number of a thread of the channel to post in.': 'Die Nummer eines Threads des Kanals, in dem er steht.',
  'Whom mentions may notify': 'Wen Erwähnungen benachrichtigen',
  'Nobody when left out.': 'Ohne Angabe niemanden.',
  'Post to quote': 'Zitierter Beitrag',
  'Its address or number; not together with files or a poll.':
    'Seine Adresse oder Nummer; nicht zusammen mit Dateien oder einer Umfrage.',
  'Post to reply to': 'Beitrag, auf den geantwortet wird',
  'Its address or number. X lets apps reply only to your own posts, and to people who mentioned or quoted you.':
    'Seine Adresse oder Nummer. X lässt Apps nur auf eigene Beiträge antworten und auf Personen, die das Konto erwähnt oder zitiert haben.',
  'From 5 minutes to 7 days; a day when left out.': 'Von 5 Minuten bis 7 Tagen; ohne Angabe ein Tag.',
  'The number at the end of its address.': 'Die Nummer am Ende ihrer Adresse.',
  'Made with AI': 'Mit KI erstellt',
  'Says so on the post.': 'Steht dann am Beitrag.',
  'Paid partnership': 'Bezahlte Partnerschaft',
  'Everyone when left out. CONNECTIONS is for your own profile alone.':
    'Ohne Angabe alle. „Kontakte“ gibt es nur beim eigenen Profil.',
  'Others cannot repost it': 'Andere können ihn nicht teilen',
  'Of a video or a document; the name of the file when left out.':
    'Eines Videos oder Dokuments; ohne Angabe der Name der Datei.',
  'Card of the first link': 'Karte des ersten Links',
  'Shown when left out, where there are no files and no poll.':
    'Ohne Angabe wird sie gezeigt, wo es weder Dateien noch eine Umfrage gibt.',
  'Question of a poll': 'Frage einer Umfrage',
  'How long a poll is open': 'Wie lange eine Umfrage läuft',
  'Three days when left out.': 'Ohne Angabe drei Tage.',
  'First comment': 'Erster Kommentar',
  'Written below the post by the same author, once it stands.':
    'Steht unter dem Beitrag, vom selben Konto geschrieben, sobald er veröffentlicht ist.',
  'Shown as a card, in place of the first one in the text.': 'Als Karte gezeigt, statt des ersten im Text.',
  'Title of a video': 'Titel eines Videos',
  'Leave it as a draft on the page': 'Als Entwurf auf der Seite lassen',
  'Show a reel in the feed as well': 'Reel auch im Feed zeigen',
  'Cover of a reel': 'Titelbild eines Reels',
  'The moment of the video that it shows, in milliseconds.': 'Der Moment des Videos, den es zeigt, in Millisekunden.',
  Collaborators: 'Mitwirkende',
  'Names of up to 3 accounts, which are asked to join the post.':
    'Namen von bis zu 3 Konten, die um Beteiligung am Beitrag gebeten werden.',
  Place: 'Ort',
  'The number of the Facebook page of the place.': 'Die Nummer der Facebook-Seite des Ortes.',
  Topic: 'Thema',
  'Shown as a card under a post without files, in place of the first one in the text.':
    'Als Karte unter einem Beitrag ohne Dateien gezeigt, statt des ersten im Text.',
  'For a post without files.': 'Für einen Beitrag ohne Dateien.',
  'Quoted post': 'Zitierter Beitrag',
  'Its number at Threads.': 'Seine Nummer bei Threads.',
  'To be chosen for every post; as long as TikTok has not audited your app, it can only be you.':
    'Für jeden Beitrag zu wählen; solange TikTok die App nicht geprüft hat, sieht ihn nur das eigene Konto.',
  'Title of photos': 'Titel von Fotos',
  'No comments': 'Keine Kommentare',
  'No duets': 'Keine Duette',
  'Of a video.': 'Eines Videos.',
  'No stitches': 'Keine Stitches',
  'It promotes someone else; TikTok marks it.': 'Er wirbt für jemand anderen; TikTok kennzeichnet das.',
  'Promotes your own business': 'Wirbt für das eigene Unternehmen',
  'TikTok marks it.': 'TikTok kennzeichnet das.',
  'Cover of a video': 'Titelbild eines Videos',
  'The frame that is shown, in milliseconds from the beginning.': 'Das gezeigte Bild, in Millisekunden vom Anfang.',
  'Cover of photos': 'Titelbild von Fotos',
  'Which one is shown first; 0 is the first.': 'Welches zuerst gezeigt wird; 0 ist das erste.',
  'Music chosen by TikTok': 'Von TikTok gewählte Musik',
  'Of photos.': 'Von Fotos.',
  'TikTok sends it to your inbox in the app, and you post it there.':
    'TikTok schickt ihn in den Posteingang der App, veröffentlicht wird dort.',
  'Made for children': 'Für Kinder gemacht',
  'To be answered for every video: the law asks it.': 'Für jedes Video zu beantworten: Das Gesetz verlangt es.',
  'Left out: everybody.': 'Ohne Angabe: alle.',
  Category: 'Kategorie',
  'Its number at YouTube, such as 22 for people and blogs.': 'Ihre Nummer bei YouTube, etwa 22 für Menschen und Blogs.',
  Licence: 'Lizenz',
  'May be shown on other sites': 'Darf auf anderen Websites gezeigt werden',
  'Tell subscribers': 'Abonnenten benachrichtigen',
  'They are told when left out.': 'Ohne Angabe werden sie benachrichtigt.',
  Playlist: 'Playlist',
  'Where a click on the pin leads.': 'Wohin ein Klick auf den Pin führt.',
  Board: 'Pinnwand',
  'Its number; left out: the board that the account posts to.':
    'Ihre Nummer; ohne Angabe: die Pinnwand, auf der das Konto veröffentlicht.',
  'Section of the board': 'Bereich der Pinnwand',
  'Second of the frame that is shown; an attached image goes first.':
    'Sekunde des gezeigten Bildes; ein angehängtes Bild geht vor.',
  Heading: 'Überschrift',
  'Above the rest.': 'Über dem Rest.',
  'Left out: published. queue: Tumblr publishes it when its own queue comes to it.':
    'Ohne Angabe: veröffentlicht. Warteschlange: Tumblr veröffentlicht ihn, wenn er in der eigenen Warteschlange an der Reihe ist.',
  'Beside the tags of the post; they may have spaces.':
    'Neben den Schlagwörtern des Beitrags; sie dürfen Leerzeichen haben.',
  'Shown as a card under the text.': 'Als Karte unter dem Text gezeigt.',
  'Images in a row': 'Bilder in einer Reihe',
  'Left out: one under the other.': 'Ohne Angabe: untereinander.',
  'Left out: made of the text.': 'Ohne Angabe: aus dem Text gebildet.',
  Source: 'Quelle',
  'The address of what the post is taken from.': 'Die Adresse, von der der Beitrag stammt.',
  'Who may reblog it': 'Wer ihn rebloggen darf',
  Button: 'Schaltfläche',
  'With an address, except for CALL, which dials the number of the business.':
    'Mit einer Adresse, außer bei „Anrufen“, das die Nummer des Unternehmens wählt.',
  Event: 'Termin',
  'An event has a title and dates; so has an offer.': 'Ein Termin hat Titel und Daten, ein Angebot auch.',
  Offer: 'Angebot',
  'What it is called, and how long it holds, stands under Event.': 'Name und Dauer des Angebots stehen unter Termin.',
  // Choices of settings.
  plain: 'keinem Programm',
  hugo: 'hugo',
  jekyll: 'jekyll',
  eleventy: 'eleventy',
  astro: 'astro',
  no: 'nein',
  commit: 'Commit',
  push: 'Commit und Push',
  token: 'Token',
  password: 'Passwort',
  tls: 'tls',
  starttls: 'starttls',
  none: 'keine',
  any: 'keine',
  // Choices of options.
  Post: 'Beitrag',
  Text: 'Text',
  Image: 'Bild',
  Video: 'Video',
  Carousel: 'Karussell',
  Article: 'Artikel',
  Everybody: 'Alle',
  Nobody: 'Niemand',
  Mentioned: 'Erwähnte',
  Followed: 'Gefolgte',
  Followers: 'Follower',
  List: 'Liste',
  Sexual: 'Sexuelles',
  Nudity: 'Nacktheit',
  Porn: 'Pornografie',
  'Graphic media': 'Drastische Bilder',
  Public: 'Öffentlich',
  Unlisted: 'Nicht gelistet',
  Private: 'Privat',
  Direct: 'Direkt',
  Publish: 'Veröffentlicht',
  Draft: 'Entwurf',
  Pending: 'Zur Prüfung',
  Also: 'Auch darin',
  Only: 'Nur oben',
  None: 'Keine',
  Published: 'Veröffentlicht',
  Members: 'Mitglieder',
  Paid: 'Zahlende',
  All: 'Alle',
  'Status:free': 'Nicht zahlende',
  'Status:-free': 'Nur zahlende',
  Document: 'Dokument',
  Everyone: 'Alle',
  Roles: 'Rollen',
  Users: 'Personen',
  Following: 'Gefolgte',
  'Mentioned users': 'Erwähnte Personen',
  Subscribers: 'Abonnenten',
  Verified: 'Verifizierte',
  Connections: 'Kontakte',
  'Logged in': 'Angemeldete',
  'One day': 'Ein Tag',
  'Three days': 'Drei Tage',
  'Seven days': 'Sieben Tage',
  'Fourteen days': 'Vierzehn Tage',
  Reel: 'Reel',
  Story: 'Story',
  'Accounts you follow': 'Konten, denen gefolgt wird',
  'Mentioned only': 'Nur Erwähnte',
  'Parent post author only': 'Nur wer den Beitrag darüber schrieb',
  'Followers only': 'Nur Follower',
  'Public to everyone': 'Alle',
  'Mutual follow friends': 'Gegenseitige Follower',
  'Follower of creator': 'Follower',
  'Self only': 'Nur ich',
  Short: 'Short',
  Youtube: 'YouTube',
  'Creative common': 'Creative Commons',
  Queue: 'Warteschlange',
  Noone: 'Niemand',
  Book: 'Buchen',
  Order: 'Bestellen',
  Shop: 'Kaufen',
  'Learn more': 'Mehr erfahren',
  'Sign up': 'Registrieren',
  Call: 'Anrufen',
  // What permissions are for.
  'To change what stands.': 'Zum Ändern von Veröffentlichtem.',
  'To find a post that is answered or quoted.': 'Zum Finden beantworteter oder zitierter Beiträge.',
  'To know whose account it is, and how long its texts may be.':
    'Um zu wissen, wem das Konto gehört und wie lang Texte sein dürfen.',
  'To know whose account it is, and to find people who are mentioned.':
    'Um zu wissen, wem das Konto gehört, und um Erwähnte zu finden.',
  'To know whose account it is.': 'Um zu wissen, wem das Konto gehört.',
  'To list the pages you look after.': 'Um die betreuten Seiten aufzulisten.',
  'To make, change and delete posts.': 'Zum Anlegen, Ändern und Löschen von Beiträgen.',
  'To post and to upload.': 'Zum Veröffentlichen und Hochladen.',
  'To post, edit and delete.': 'Zum Veröffentlichen, Ändern und Löschen.',
  'To post, edit, delete and comment as you.':
    'Zum Veröffentlichen, Ändern, Löschen und Kommentieren im eigenen Namen.',
  'To post, edit, delete and comment as your pages.':
    'Zum Veröffentlichen, Ändern, Löschen und Kommentieren im Namen der Seiten.',
  'To post, to edit and to take down.': 'Zum Veröffentlichen, Ändern und Entfernen.',
  'To post, to upload and to take down.': 'Zum Veröffentlichen, Hochladen und Entfernen.',
  'To publish.': 'Zum Veröffentlichen.',
  'To see whether a post arrived, and what you posted yourself.':
    'Um zu sehen, ob ein Beitrag ankam und was dort sonst veröffentlicht wurde.',
  'To see whether a post arrived.': 'Um zu sehen, ob ein Beitrag ankam.',
  'To see whether a post of a page arrived, and what the page posted.':
    'Um zu sehen, ob ein Beitrag einer Seite ankam und was die Seite veröffentlicht hat.',
  'To see your blogs and what stands on them.': 'Um die eigenen Blogs zu sehen und was dort steht.',
  'To sign you in.': 'Zum Anmelden.',
  'To stay signed in: without it you sign in every hour.':
    'Um angemeldet zu bleiben: sonst ist jede Stunde eine Anmeldung nötig.',
  'To stay signed in: without it you sign in every two hours.':
    'Um angemeldet zu bleiben: sonst ist alle zwei Stunden eine Anmeldung nötig.',
  'To take posts down.': 'Zum Entfernen von Beiträgen.',
  'To upload files.': 'Zum Hochladen von Dateien.',
  'To upload images and videos.': 'Zum Hochladen von Bildern und Videos.',
  'to delete posts': 'zum Löschen von Beiträgen',
  'to find the accounts behind your pages': 'um die Konten hinter den Seiten zu finden',
  'to list your boards': 'um die Pinnwände aufzulisten',
  'to list your locations, and post, edit and delete there':
    'um die Standorte aufzulisten und dort zu veröffentlichen, zu ändern und zu löschen',
  'to list your pages': 'um die Seiten aufzulisten',
  'to make, change and delete pins': 'zum Anlegen, Ändern und Löschen von Pins',
  'to post': 'zum Veröffentlichen',
  'to publish posts': 'zum Veröffentlichen von Beiträgen',
  'to publish posts, reels and stories': 'zum Veröffentlichen von Beiträgen, Reels und Stories',
  'to publish the further parts of a thread': 'zum Veröffentlichen weiterer Teile eines Threads',
  'to publish, edit and delete posts': 'zum Veröffentlichen, Ändern und Löschen von Beiträgen',
  'to put pins on them': 'um Pins darauf zu setzen',
  'to read the account and what stands there': 'um das Konto zu lesen und was dort steht',
  'to read what stands on them': 'um zu lesen, was dort steht',
  'to read which account is connected to a page': 'um zu lesen, welches Konto mit einer Seite verbunden ist',
  'to see the further parts of a thread': 'um weitere Teile eines Threads zu sehen',
  'to see what became of a post whose answer was lost': 'um zu sehen, was aus einem Beitrag ohne Antwort wurde',
  'to see what stands': 'um zu sehen, was dort steht',
  'to see what stands, edit it, delete it, and fill playlists':
    'um Veröffentlichtes zu sehen, zu ändern, zu löschen und Playlists zu füllen',
  'to see whose account this is': 'um zu sehen, wem das Konto gehört',
  'to send drafts to your inbox': 'um Entwürfe in den Posteingang zu schicken',
  'to upload videos and their thumbnails': 'zum Hochladen von Videos und ihren Vorschaubildern',
  'to write the first comment': 'um den ersten Kommentar zu schreiben',
}
