import { expect, test } from 'vitest'
import { startContractServer, type Reply } from '../fixtures/contract-server.ts'
import { channelNamed, draftOf, workOf } from './channel-world.ts'

/* What sites in disorder answer, which the real WordPress of the other tests does not. */
const wordpress = channelNamed('wordpress')

const SECRET = 'abcd EFGH ijkl MNOP qrst UVWX'
const POST = {
  id: 7,
  link: 'https://blog.example/x/',
  slug: 'x',
  status: 'publish',
  title: { raw: 'x' },
  content: { raw: '' },
}

const start = async (answers: Readonly<Record<string, Reply>> = {}) => {
  const site = await startContractServer([], ({ method, path }) => {
    const told = answers[`${method} ${path}`]
    if (told) return told
    if (path.endsWith('/posts')) return { status: method === 'GET' ? 200 : 201, body: method === 'GET' ? [] : POST }
    return { status: 404, body: '<h1>Not here</h1>' }
  })
  const settings = { site: site.url, username: 'anna', root: `${site.url}/wp-json/`, userId: 1 }
  return {
    site,
    work: (text: string, about = {}) => workOf(wordpress, draftOf(text), { settings, secret: SECRET, ...about }),
  }
}

test.each([
  ['blog.example', 'https://blog.example'],
  [' http://127.0.0.1:8080/blog ', 'http://127.0.0.1:8080/blog'],
])('a site typed as %j is %s', (site, address) => {
  expect(wordpress.settings.parse({ site, username: ' anna ' })).toEqual({ site: address, username: 'anna' })
})

test.each([
  { site: 'http://blog.example', username: 'anna' },
  { site: 'https://anna:secret@blog.example', username: 'anna' },
  { site: 'blog.example', username: '' },
  { site: 'blog.example', username: 'anna', root: 'http://elsewhere.example/wp-json/' },
])('settings such as %j are refused', (settings) => {
  expect(wordpress.settings.safeParse(settings).success).toBe(false)
})

test('an answer with notices of a plugin before it is read all the same', async () => {
  const { work } = await start({
    'POST /wp-json/wp/v2/posts': {
      status: 201,
      body: `<br />\n<b>Warning</b>: Undefined index {"a"} in [x] <b>/plugin.php</b><br />\n${JSON.stringify(POST)}`,
    },
  })
  expect(await wordpress.publish(work('Words'))).toMatchObject({ kind: 'published', remote: { id: '7' } })
})

test('sends the password without its spaces, and no time that would make it wait', async () => {
  const { site, work } = await start()
  await wordpress.publish(work('Words'))
  const credential = Buffer.from(`anna:${SECRET.replaceAll(' ', '')}`).toString('base64')
  expect(site.requests.map(({ headers }) => headers.authorization)).toEqual([
    `Basic ${credential}`,
    `Basic ${credential}`,
  ])
  expect(site.requests.at(-1)?.body).not.toHaveProperty('date_gmt')
})

const said = (code: string, message = 'Sorry.') => ({ code, message, data: { status: 0 } })

test.each([
  [401, said('rest_cannot_create'), 'signed-out', 'signed-out'],
  [401, '<h1>Unauthorized</h1>', 'signed-out', 'signed-out'],
  [403, said('rest_cannot_publish'), 'rejected', 'rejected-by-channel'],
  [403, said('rest_forbidden', 'No.'), 'rejected', 'rejected-by-channel'],
  [403, '<h1>Blocked by Wordfence</h1>', 'rejected', 'rejected-by-channel'],
  [404, said('rest_no_route'), 'rejected', 'channel-error'],
  [404, '<h1>Not found</h1>', 'rejected', 'channel-error'],
  [413, '<h1>Request Entity Too Large</h1>', 'rejected', 'media-too-large'],
  [400, said('rest_invalid_param', 'Invalid parameter(s): title'), 'rejected', 'rejected-by-channel'],
  [429, 'Slow down', 'limited', 'rate-limited'],
  [500, said('internal_server_error'), 'unclear', 'answer-lost'],
  [
    500,
    said('rest_upload_unknown_error', 'Sorry, you are not allowed to upload this file type.'),
    'rejected',
    'media-unsupported',
  ],
  [503, '<p>Briefly unavailable for scheduled maintenance.</p>', 'retry', 'unreachable'],
  [503, '<p>Trouble</p>', 'unclear', 'answer-lost'],
  [302, '', 'retry', 'unreachable'],
  [200, '<form>Log in</form>', 'unclear', 'answer-lost'],
])('an answer of %i, %j, is %s with %s', async (status, body, kind, code) => {
  const { work } = await start({ 'POST /wp-json/wp/v2/posts': { status, body } })
  const outcome = await wordpress.publish(work('Words'))
  expect(outcome).toMatchObject({ kind, failure: { code } })
})

test('what a site repeats of the password is not told, however it writes it', async () => {
  const bare = SECRET.replaceAll(' ', '')
  const credential = Buffer.from(`anna:${bare}`).toString('base64')
  const { work } = await start({
    'POST /wp-json/wp/v2/posts': { status: 400, body: said('odd', `${SECRET} ${bare} ${credential}`) },
  })
  const told = JSON.stringify(await wordpress.publish(work('Words')))
  for (const secret of [SECRET, bare, credential]) expect(told).not.toContain(secret)
})

const INDEX = { name: 'Blog', namespaces: ['wp/v2'], authentication: { 'application-passwords': {} } }
const ME = {
  id: 4,
  name: 'Anna',
  capabilities: { edit_posts: true, publish_posts: true },
  avatar_urls: { 96: 'https://secure.gravatar.com/avatar/0a1b?s=96&d=mm&r=g' },
}
const connect = (url: string) => {
  const settings = { site: `${url}/`, username: 'anna' }
  return wordpress.connect(workOf(wordpress, draftOf(''), { settings, secret: SECRET }))
}

test.each<[string, Reply]>([
  ['a header', { status: 200, headers: { link: '</api/>; rel="https://api.w.org/", </>; rel=shortlink' } }],
  ['its head', { status: 200, body: `<head><link rel='https://api.w.org/' href='/api/' /></head>` }],
])('finds the API where the page tells it in %s, and sends the page no password', async (_, page) => {
  const { site } = await start({
    'GET /': page,
    'GET /api/': { status: 200, body: INDEX },
    'GET /api/wp/v2/users/me': { status: 200, body: ME },
  })
  const answer = await connect(site.url)
  expect(answer).toMatchObject({
    kind: 'valid',
    identity: 'Anna on Blog',
    settings: { root: `${site.url}/api/`, userId: 4 },
    // Not the figure that stands for everybody.
    picture: 'https://secure.gravatar.com/avatar/0a1b?s=96&d=404&r=g',
  })
  expect(site.requests[0]?.headers.authorization).toBeUndefined()
  const { permissions = [] } = answer.kind === 'valid' ? answer : {}
  expect(permissions.filter(({ granted }) => !granted).map(({ name }) => name)).toContain('upload_files')
})

test('finds the API in its usual place where the page tells nothing', async () => {
  const { site } = await start({
    'GET /': { status: 200, body: '<p>Coming soon</p>' },
    'GET /wp-json/': { status: 200, body: INDEX },
    'GET /wp-json/wp/v2/users/me': { status: 200, body: ME },
  })
  expect(await connect(site.url)).toMatchObject({ kind: 'valid', settings: { root: `${site.url}/wp-json/` } })
})

test.each([
  [{ 'GET /': { status: 200, body: '<p>No blog</p>' } }, 'No WordPress was found'],
  [{ 'GET /': { status: 301, headers: { location: 'http://blog.example/' } } }, 'not encrypted'],
  [
    {
      'GET /': { status: 200, headers: { link: '</wp-json/>; rel="https://api.w.org/"' } },
      'GET /wp-json/': { status: 200, body: { ...INDEX, authentication: [] } },
    },
    'takes no application passwords',
  ],
  [
    {
      'GET /': { status: 200, headers: { link: '</wp-json/>; rel="https://api.w.org/"' } },
      'GET /wp-json/': { status: 200, body: INDEX },
      'GET /wp-json/wp/v2/users/me': { status: 200, body: { ...ME, capabilities: { read: true } } },
    },
    'may not write posts',
  ],
])('a site that answers %j is refused, since %s', async (answers, why) => {
  const { site } = await start(answers)
  const answer = await connect(site.url)
  expect(answer.kind).toBe('refused')
  expect(JSON.stringify(answer)).toContain(why)
})
