import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openServe, type Serve, speaker } from './serve.ts'

/*
 * The examples of the two documents as they are printed there. Changed are only: the base address, the key, ids that the
 * documents cut short, and dates that have passed meanwhile.
 */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const run = promisify(execFile)

let serve: Serve
let key: string
let folder: string

beforeAll(async () => {
  serve = await openServe()
  key = await serve.key()
  folder = await mkdtemp(join(tmpdir(), 'posthorn-examples-'))
})
afterAll(async () => {
  await serve.close()
  await rm(folder, { recursive: true, force: true })
})

const NEXT_YEAR = new Date().getUTCFullYear() + 1

/** An example with what differs between its maker and here. */
const here = (printed: string, ids: Record<string, string> = {}): string => {
  let text = printed
    .replaceAll('https://api.socialit.com', `${serve.url()}/socialit`)
    .replaceAll('https://api.socialsyncerapi.com', `${serve.url()}/socialsyncer`)
    .replaceAll('sk_live_...', key)
    .replaceAll('sk_your_api_key', key)
    .replaceAll(/2026(-\d\d-\d\dT)/g, `${NEXT_YEAR}$1`)
  for (const [elided, real] of Object.entries(ids)) text = text.replaceAll(elided, real)
  return text
}

/** Runs a printed command line in a shell and gives its answer; `-s -w` only make curl quiet and tell the status. */
const curl = async (printed: string, ids?: Record<string, string>) => {
  const line = here(printed, ids).replace(/^curl /, "curl -s -w '\\n%{http_code}' ")
  const { stdout } = await run('sh', ['-c', line])
  const at = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(at + 1)), body: JSON.parse(stdout.slice(0, at)) as Record<string, unknown> }
}

const syncer = () => speaker(serve, '/socialsyncer/v1', key)
const socialit = () => speaker(serve, '/socialit/v1', key)

const aPicture = async (): Promise<string> => {
  const { body } = await socialit()('POST', '/media', { body: { url: 'https://example.com/picture.jpg' } })
  return (body['media'] as { id: string }).id
}

const SOCIALIT_CREATE = `curl -X POST https://api.socialit.com/v1/posts \\
-H "Authorization: Bearer sk_live_..." \\
-H "Content-Type: application/json" \\
-d '{
"content": "Big news today 🚀",
"target_account_ids": ["sa_2Xa...", "sa_3Yb..."],
"media_ids": ["med_2Xa..."],
"scheduled_at": "2026-06-26T15:00:00.000Z"
}'`

test('Socialit: creates the post of its example, for a time', async () => {
  const mediaId = await aPicture()
  const { status, body } = await curl(SOCIALIT_CREATE, { 'med_2Xa...': mediaId })
  expect(status).toBe(201)
  expect(body).toEqual({
    post: expect.objectContaining({
      id: expect.stringMatching(/^pst_/),
      status: 'scheduled',
      content: 'Big news today 🚀',
      strict: false,
      scheduled_at: `${NEXT_YEAR}-06-26T15:00:00.000Z`,
      published_at: null,
      error: null,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
      targets: [
        expect.objectContaining({ account_id: 'sa_2Xa...', status: 'scheduled', external_url: null }),
        expect.objectContaining({ account_id: 'sa_3Yb...', status: 'scheduled', external_url: null }),
      ],
      media: [expect.objectContaining({ id: mediaId })],
    }),
  })
})

test('Socialit: lists, gets, changes and deletes as its examples do', async () => {
  const { body: created } = await curl(SOCIALIT_CREATE, { 'med_2Xa...': await aPicture() })
  const { id } = created['post'] as { id: string }

  const listed = await curl(`curl "https://api.socialit.com/v1/posts?status=scheduled" \\
-H "Authorization: Bearer sk_live_..."`)
  expect(listed.status).toBe(200)
  expect((listed.body['posts'] as { id: string; status: string }[])[0]).toMatchObject({ id, status: 'scheduled' })

  const got = await curl(
    `curl https://api.socialit.com/v1/posts/pst_2Xa... \\
-H "Authorization: Bearer sk_live_..."`,
    { 'pst_2Xa...': id },
  )
  expect(got.body['post']).toMatchObject({ id, credits_total: 0, targets: [{ credits_charged: 0 }, {}] })

  const changed = await curl(
    `curl -X PATCH https://api.socialit.com/v1/posts/pst_2Xa... \\
-H "Authorization: Bearer sk_live_..." \\
-H "Content-Type: application/json" \\
-d '{ "content": "Updated copy" }'`,
    { 'pst_2Xa...': id },
  )
  expect(changed).toMatchObject({ status: 200, body: { post: { id, content: 'Updated copy', status: 'scheduled' } } })

  const deleted = await curl(
    `curl -X DELETE https://api.socialit.com/v1/posts/pst_2Xa... \\
-H "Authorization: Bearer sk_live_..."`,
    { 'pst_2Xa...': id },
  )
  expect(deleted).toEqual({ status: 200, body: { ok: true } })
})

const SYNCER_CREATE = `curl -X POST https://api.socialsyncerapi.com/v1/posts \\
-H "Authorization: Bearer sk_your_api_key" \\
-H "Content-Type: application/json" \\
-d '{
"content": "Hello from SocialSyncerAPI!",
"mediaItems": [
{"type": "image", "url": "https://cdn.example.com/photo.jpg"}
],
"platforms": [
{"platform": "instagram", "accountId": "ig_123"},
{"platform": "twitter", "accountId": "tw_456"}
],
"publishNow": true
}'`

/** What the document answers, with ids and addresses of the same form. */
const PUBLISHED = {
  id: expect.stringMatching(/^pst_/),
  status: 'published',
  platforms: [
    expect.objectContaining({
      platform: 'instagram',
      status: 'published',
      platformPostId: expect.stringMatching(/^\d{17}$/),
      platformPostUrl: expect.stringMatching(/^https:\/\/instagram\.com\/p\//),
    }),
    expect.objectContaining({
      platform: 'twitter',
      status: 'published',
      platformPostId: expect.stringMatching(/^\d+$/),
      platformPostUrl: expect.stringMatching(/^https:\/\/x\.com\/i\/status\/\d+$/),
    }),
  ],
  createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
}

test('SocialSyncerAPI: publishes with curl and answers where it stands', async () => {
  const { status, body } = await curl(SYNCER_CREATE)
  expect(status).toBe(201)
  expect(body).toMatchObject(PUBLISHED)
})

test('SocialSyncerAPI: publishes with the example for Node.js', async () => {
  const file = join(folder, 'example.mjs')
  await writeFile(
    file,
    here(`const resp = await fetch("https://api.socialsyncerapi.com/v1/posts", {
method: "POST",
headers: {
"Authorization": "Bearer sk_your_api_key",
"Content-Type": "application/json"
},
body: JSON.stringify({
content: "Hello from SocialSyncerAPI!",
mediaItems: [
{ type: "image", url: "https://cdn.example.com/photo.jpg" }
],
platforms: [
{ platform: "instagram", accountId: "ig_123" },
{ platform: "twitter", accountId: "tw_456" }
],
publishNow: true
})
});
const data = await resp.json();
console.log("Post ID:", data.id, "Status:", data.status);
`),
  )
  const { stdout } = await run(process.execPath, [file])
  expect(stdout).toMatch(/^Post ID: pst_\w+ Status: published\n$/)
})

/** A Python that has one of the two libraries the example can be run with; null where there is none. */
const findPython = async (): Promise<{ python: string; library: string } | null> => {
  for (const library of ['httpx', 'requests']) {
    for (const python of ['python3', '/usr/bin/python3', 'python']) {
      const found = await run(python, ['-c', `import ${library}`]).then(
        () => true,
        () => false,
      )
      if (found) return { python, library }
    }
  }
  return null
}

test('SocialSyncerAPI: publishes with the example for Python', async ({ skip }) => {
  const found = await findPython()
  if (found === null) return skip('No Python with httpx or requests is on this machine.')
  const file = join(folder, 'example.py')
  const printed = `import httpx
resp = httpx.post(
"https://api.socialsyncerapi.com/v1/posts",
headers={"Authorization": "Bearer sk_your_api_key"},
json={
"content": "Hello from SocialSyncerAPI!",
"mediaItems": [
{"type": "image", "url": "https://cdn.example.com/photo.jpg"}
],
"platforms": [
{"platform": "instagram", "accountId": "ig_123"},
{"platform": "twitter", "accountId": "tw_456"}
],
"publishNow": True
}
)
data = resp.json()
print(f"Post ID: {data['id']}, Status: {data['status']}")
`
  await writeFile(file, here(printed).replace('import httpx', `import ${found.library} as httpx`))
  const { stdout } = await run(found.python, [file])
  expect(stdout).toMatch(/^Post ID: pst_\w+, Status: published\n$/)
})

test('SocialSyncerAPI: takes the request body of its reference, every field in it', async () => {
  const printed = `{
"content": "Hello from SocialSyncerAPI!",
"mediaItems": [
{"type": "image", "url": "https://example.com/photo.jpg"}
],
"platforms": [
{"platform": "instagram", "accountId": "ig_123"},
{"platform": "twitter", "accountId": "tw_456"}
],
"publishNow": true,
"scheduledFor": null,
"isDraft": false,
"timezone": "UTC",
"tags": ["marketing"],
"tiktokSettings": {},
"facebookSettings": {}
}`
  const answer = await syncer()('POST', '/posts', { body: JSON.parse(printed) })
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({ ...PUBLISHED, tags: ['marketing'], content: 'Hello from SocialSyncerAPI!' })
})

test('SocialSyncerAPI: lists as its example does', async () => {
  await curl(SYNCER_CREATE)
  const { status, body } = await curl(
    `curl "https://api.socialsyncerapi.com/v1/posts?status=published&platform=instagram&limit=10" \\
-H "Authorization: Bearer sk_your_api_key"`,
  )
  expect(status).toBe(200)
  expect(Object.keys(body).toSorted()).toEqual(['cursor', 'hasMore', 'posts'])
  expect((body['posts'] as unknown[])[0]).toMatchObject({ ...PUBLISHED, content: 'Hello from SocialSyncerAPI!' })
})

test('SocialSyncerAPI: schedules as its example does', async () => {
  const printed = here(`{
"content": "Scheduled post",
"platforms": [{"platform": "twitter", "accountId": "tw_456"}],
"publishNow": false,
"scheduledFor": "2026-02-01T14:00:00Z",
"timezone": "America/New_York"
}`)
  const { status, body } = await syncer()('POST', '/posts', { body: JSON.parse(printed) })
  expect(status).toBe(201)
  // The date has a Z: it is that instant, whatever the zone.
  expect(body).toMatchObject({
    status: 'scheduled',
    scheduledFor: `${NEXT_YEAR}-02-01T14:00:00.000Z`,
    timezone: 'America/New_York',
  })
})

test('SocialSyncerAPI: retries a failed post as its example does', async () => {
  const failing = await syncer()('POST', '/posts', {
    body: {
      content: 'Fails once',
      platforms: [{ platform: 'twitter', accountId: 'tw_456', platformSpecificData: { sandbox: 'reject' } }],
      publishNow: true,
    },
  })
  expect(failing.body).toMatchObject({ status: 'failed', platforms: [{ status: 'failed' }] })
  const { status, body } = await curl(
    `curl -X POST https://api.socialsyncerapi.com/v1/posts/post_abc123/retry \\
-H "Authorization: Bearer sk_your_api_key"`,
    { post_abc123: failing.body['id'] as string },
  )
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 'published', platforms: [{ status: 'published' }] })
})

test('SocialSyncerAPI: says no in the bodies that its document prints', async () => {
  const speak = syncer()
  const platforms = [{ platform: 'instagram', accountId: 'ig_123' }]
  expect(await speak('POST', '/posts', { body: { platforms, publishNow: true } })).toMatchObject({
    status: 400,
    body: {
      error: 'content is required when no media is attached',
      type: 'invalid_request_error',
      code: 'missing_required_field',
      param: 'content',
    },
  })
  const stranger = await speaker(serve, '/socialsyncer/v1', 'sk_live_wrong')('GET', '/posts')
  expect(stranger.status).toBe(401)
  expect(stranger.body).toEqual({
    error: 'Invalid API key',
    type: 'authentication_error',
    code: 'invalid_credentials',
  })
  const unfit = await speak('POST', '/posts', { body: { content: 'No picture', platforms, publishNow: true } })
  expect(unfit.status).toBe(422)
  expect(unfit.body).toEqual({
    error: 'Instagram requires media for all posts',
    type: 'invalid_request_error',
    code: 'invalid_field_value',
    param: 'mediaItems',
  })
})
