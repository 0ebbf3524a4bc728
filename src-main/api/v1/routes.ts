import type { MethodName } from '../../../src-preload/contract/methods.ts'

/** How a method is asked for: what stands in braces in the path is a field of its input. */
export type Route = {
  verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/v1`. */
  path: string
  /** One sentence for the reference. */
  summary: string
  /** For a success, where it is not 200. */
  status?: 201
  /** Fields of the method's input that are not told this way. */
  without?: readonly string[]
  /** A field that the header `Idempotency-Key` fills. */
  once?: string
  /** Names a second way to the same method, which has its own name in the reference. */
  id?: string
}

/** Every method and the ways to it; one without a way does not compile. */
export const routes = {
  'posts.save': [
    {
      verb: 'POST',
      path: '/posts',
      status: 201,
      without: ['postId'],
      once: 'once',
      summary: 'Write a post: a draft, or with "when" published at once or scheduled in the same step.',
    },
    {
      verb: 'PATCH',
      path: '/posts/{postId}',
      without: ['once'],
      id: 'posts.update',
      summary: 'Change a post. What is left out stays as it is.',
    },
  ],
  'posts.list': [{ verb: 'GET', path: '/posts', summary: 'List posts, page by page.' }],
  'posts.check': [
    { verb: 'POST', path: '/posts/check', summary: 'Say how a post would look on each account, and what is wrong.' },
  ],
  'posts.bulk': [{ verb: 'POST', path: '/posts/bulk', summary: 'Do the same to several posts, each for itself.' }],
  'posts.get': [{ verb: 'GET', path: '/posts/{postId}', summary: 'Get a post with its items.' }],
  'posts.delete': [
    {
      verb: 'DELETE',
      path: '/posts/{postId}',
      summary: 'Delete a post here; it can be restored for 30 days. What is live stays live.',
    },
  ],
  'posts.schedule': [
    { verb: 'POST', path: '/posts/{postId}/schedule', summary: 'Publish a post, or schedule it: all targets or none.' },
  ],
  'posts.restore': [{ verb: 'POST', path: '/posts/{postId}/restore', summary: 'Bring back a deleted post.' }],

  'items.list': [
    { verb: 'GET', path: '/items', summary: 'List items: one post aimed at one account each, page by page.' },
  ],
  'items.bulk': [{ verb: 'POST', path: '/items/bulk', summary: 'Do the same to several items, each for itself.' }],
  'items.get': [{ verb: 'GET', path: '/items/{itemId}', summary: 'Get an item with the story of its attempts.' }],
  'items.edit': [
    { verb: 'PATCH', path: '/items/{itemId}', summary: 'Change the text of a published item where it stands.' },
  ],
  'items.cancel': [{ verb: 'POST', path: '/items/{itemId}/cancel', summary: 'Take a schedule back.' }],
  'items.reschedule': [
    { verb: 'POST', path: '/items/{itemId}/reschedule', summary: 'Move a scheduled item to another time.' },
  ],
  'items.reorder': [
    {
      verb: 'POST',
      path: '/items/{itemId}/reorder',
      summary: 'Put a scheduled item before another: the times of its account stay, its posts move.',
    },
  ],
  'items.restore': [
    { verb: 'POST', path: '/items/restore', summary: 'Give items back the times and slots they had: all or none.' },
  ],
  'items.retry': [
    { verb: 'POST', path: '/items/{itemId}/retry', summary: 'Send a failed item again, or a waiting one now.' },
  ],
  'items.settle': [
    {
      verb: 'POST',
      path: '/items/{itemId}/settle',
      summary: 'Say whether an item whose answer was lost is on its channel.',
    },
  ],
  'items.unpublish': [
    { verb: 'POST', path: '/items/{itemId}/unpublish', summary: 'Take a published item down from its channel.' },
  ],
  'calendar.read': [
    { verb: 'GET', path: '/calendar', summary: 'Read days of the calendar: what stands in each, and the free slots.' },
  ],
  'tags.list': [{ verb: 'GET', path: '/tags', summary: 'List the tags in use.' }],

  'accounts.list': [{ verb: 'GET', path: '/accounts', summary: 'List the accounts.' }],
  'accounts.add': [
    { verb: 'POST', path: '/accounts', status: 201, summary: 'Connect an account; it is checked before it is kept.' },
  ],
  'accounts.health': [
    { verb: 'GET', path: '/accounts/health', summary: 'Say how each account stands, and what to do about it.' },
  ],
  'accounts.update': [
    { verb: 'PATCH', path: '/accounts/{accountId}', summary: 'Change what the person decides about an account.' },
  ],
  'accounts.reconnect': [
    {
      verb: 'POST',
      path: '/accounts/{accountId}/reconnect',
      summary: 'Give an account a new secret or new settings; what was held for it is released.',
    },
  ],
  'accounts.destinations': [
    { verb: 'GET', path: '/accounts/{accountId}/destinations', summary: 'List the pages or boards it can publish to.' },
  ],
  'accounts.mentions': [
    { verb: 'GET', path: '/accounts/{accountId}/mentions', summary: 'Look up who a name being typed may mean there.' },
  ],
  'accounts.picture': [
    {
      verb: 'GET',
      path: '/accounts/{accountId}/picture',
      summary: 'Get the picture that the channel has of an account, made small.',
    },
  ],
  'accounts.check': [
    { verb: 'POST', path: '/accounts/{accountId}/check', summary: 'Ask the channel whether the account still works.' },
  ],
  'accounts.disconnect': [
    { verb: 'POST', path: '/accounts/{accountId}/disconnect', summary: 'Forget the account’s secret.' },
  ],
  'signIns.start': [
    {
      verb: 'POST',
      path: '/sign-ins',
      status: 201,
      summary: 'Begin a sign-in by the browser; the person opens the address in the answer.',
    },
  ],
  'signIns.get': [{ verb: 'GET', path: '/sign-ins/{signInId}', summary: 'Say how a sign-in stands.' }],
  'signIns.finish': [
    {
      verb: 'POST',
      path: '/sign-ins/{signInId}/finish',
      summary: 'Hand in the address the browser ended at, where it could not reach the computer of Posthorn.',
    },
  ],
  'signIns.cancel': [{ verb: 'DELETE', path: '/sign-ins/{signInId}', summary: 'Give up a sign-in.' }],
  'external.read': [
    { verb: 'POST', path: '/external/read', summary: 'Read posts that were made on the channels themselves.' },
  ],
  'channels.list': [{ verb: 'GET', path: '/channels', summary: 'List the channels and what each can do.' }],

  'media.add': [
    {
      verb: 'POST',
      path: '/media',
      status: 201,
      summary: 'Copy a file in: as JSON in base64, or as the field "file" of a form.',
    },
  ],
  'media.fetch': [{ verb: 'POST', path: '/media/fetch', status: 201, summary: 'Copy a file in from an address.' }],
  'media.edit': [
    {
      verb: 'POST',
      path: '/media/{mediaId}/edit',
      status: 201,
      summary: 'Crop and turn a picture: a new file is made, and the original stays.',
    },
  ],
  'media.get': [{ verb: 'GET', path: '/media/{mediaId}', summary: 'Get what is known of a file.' }],

  'settings.get': [{ verb: 'GET', path: '/settings', summary: 'Get the settings.' }],
  'settings.update': [{ verb: 'PATCH', path: '/settings', summary: 'Change settings. What is left out stays.' }],
  'quota.get': [{ verb: 'GET', path: '/quota', summary: 'Get the features, the meters and how they stand.' }],
  'quota.save': [
    { verb: 'POST', path: '/quota/meters', status: 201, without: ['meterId'], summary: 'Set a limit.' },
    { verb: 'PUT', path: '/quota/meters/{meterId}', id: 'quota.update', summary: 'Change a limit.' },
  ],
  'quota.remove': [{ verb: 'DELETE', path: '/quota/meters/{meterId}', summary: 'Remove a limit.' }],
  'quota.forecast': [
    { verb: 'POST', path: '/quota/forecast', summary: 'Say what publishing would take, and when it could be.' },
  ],

  'slots.list': [{ verb: 'GET', path: '/slots', summary: 'List the plans of weekly slots.' }],
  'slots.save': [
    { verb: 'POST', path: '/slots', status: 201, without: ['planId'], summary: 'Make a plan of weekly slots.' },
    { verb: 'PUT', path: '/slots/{planId}', id: 'slots.update', summary: 'Change a plan of weekly slots.' },
  ],
  'slots.remove': [{ verb: 'DELETE', path: '/slots/{planId}', summary: 'Remove a plan of weekly slots.' }],
  'slots.preview': [{ verb: 'GET', path: '/slots/preview', summary: 'List the slots to come, taken and free.' }],

  'templates.list': [{ verb: 'GET', path: '/templates', summary: 'List the templates and sets of hashtags.' }],
  'templates.save': [
    {
      verb: 'POST',
      path: '/templates',
      status: 201,
      without: ['templateId'],
      summary: 'Keep a text, or a set of hashtags, to put into posts.',
    },
    { verb: 'PUT', path: '/templates/{templateId}', id: 'templates.update', summary: 'Change a template.' },
  ],
  'templates.remove': [{ verb: 'DELETE', path: '/templates/{templateId}', summary: 'Remove a template.' }],

  'keys.list': [{ verb: 'GET', path: '/keys', summary: 'List the keys to this API.' }],
  'keys.create': [
    { verb: 'POST', path: '/keys', status: 201, summary: 'Make a key. It is told in this answer and never again.' },
  ],
  'keys.revoke': [{ verb: 'DELETE', path: '/keys/{keyId}', summary: 'Revoke a key.' }],

  'hooks.list': [{ verb: 'GET', path: '/hooks', summary: 'List the webhooks.' }],
  'hooks.save': [
    {
      verb: 'POST',
      path: '/hooks',
      status: 201,
      without: ['hookId'],
      summary: 'Make a webhook. Its secret is told in this answer and never again.',
    },
    { verb: 'PUT', path: '/hooks/{hookId}', id: 'hooks.update', summary: 'Change a webhook.' },
  ],
  'hooks.remove': [{ verb: 'DELETE', path: '/hooks/{hookId}', summary: 'Remove a webhook.' }],
  'hooks.test': [{ verb: 'POST', path: '/hooks/{hookId}/test', summary: 'Send a webhook a test.' }],
  'hooks.deliveries': [
    { verb: 'GET', path: '/hooks/deliveries', summary: 'List what was sent to the webhooks, newest first.' },
  ],
  'hooks.redeliver': [
    { verb: 'POST', path: '/hooks/deliveries/{deliveryId}/redeliver', summary: 'Send a message once more.' },
  ],

  'writing.assets': [{ verb: 'POST', path: '/writing/assets', summary: 'Read what a post can be made from.' }],
  'writing.picture': [{ verb: 'POST', path: '/writing/picture', summary: 'Show a picture of a page, made small.' }],
  'writing.text': [{ verb: 'POST', path: '/writing/text', summary: 'Suggest captions.' }],
  'writing.post': [{ verb: 'POST', path: '/writing/post', summary: 'Compose ready content for channels.' }],
  'writing.key': [{ verb: 'PUT', path: '/writing/key', summary: 'Keep the key to the writing server.' }],
  'relay.key': [{ verb: 'PUT', path: '/relay/key', summary: 'Keep the secret key of the media relay.' }],
  'relay.test': [{ verb: 'POST', path: '/relay/test', summary: 'Try the media relay with a small picture.' }],
  'snapshots.list': [{ verb: 'GET', path: '/snapshots', summary: 'List the copies of the database.' }],
  'snapshots.create': [{ verb: 'POST', path: '/snapshots', status: 201, summary: 'Make a copy of the database now.' }],
  'snapshots.restore': [
    {
      verb: 'POST',
      path: '/snapshots/{name}/restore',
      summary: 'Put a copy in place of the database, which becomes a snapshot itself. Nothing is sent twice by it.',
    },
  ],
  'imports.read': [{ verb: 'POST', path: '/imports', summary: 'Read a file of posts, and say what was recognised.' }],
  'imports.list': [{ verb: 'GET', path: '/imports', summary: 'List the last imports.' }],
  'imports.job': [{ verb: 'GET', path: '/imports/job', summary: 'Say how far the import is.' }],
  'imports.cancel': [{ verb: 'DELETE', path: '/imports/job', summary: 'Call off the import that runs.' }],
  'imports.check': [
    { verb: 'POST', path: '/imports/{importId}/check', summary: 'Say what each row would become; changes nothing.' },
  ],
  'imports.run': [{ verb: 'POST', path: '/imports/{importId}/run', summary: 'Make posts of all rows, or of none.' }],
  'imports.undo': [
    { verb: 'POST', path: '/imports/{importId}/undo', summary: 'Delete what an import made and is not sent yet.' },
  ],
  'exports.write': [{ verb: 'POST', path: '/exports', summary: 'Get posts as one file, in base64.' }],
  // What reads and writes any file of this computer, passwords too, is the person's own: no key reaches it.
  'archive.export': [],
  'archive.import': [],
  'archive.job': [],
  'archive.cancel': [],
  'unreadable.list': [{ verb: 'GET', path: '/unreadable', summary: 'List rows that cannot be read.' }],
  'activity.list': [{ verb: 'GET', path: '/activity', summary: 'List what was tried, newest first.' }],
  'readiness.get': [
    { verb: 'GET', path: '/readiness', summary: 'Say what may keep the posts of the days to come from going out.' },
  ],
  'health.get': [{ verb: 'GET', path: '/health', summary: 'Say whether what Posthorn stands on works.' }],
  'health.diagnostics': [
    {
      verb: 'GET',
      path: '/health/diagnostics',
      summary: 'Say all that helps to find a fault, without texts, names or passwords.',
    },
  ],
  'status.get': [{ verb: 'GET', path: '/status', summary: 'Say how Posthorn and its queue stand.' }],
} as const satisfies Record<MethodName, readonly Route[]>
