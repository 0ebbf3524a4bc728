import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ahead, type Answer, openServe, type Serve, speaker, type Speak } from './serve.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let serve: Serve
let key: string
let speak: Speak

beforeAll(async () => {
  serve = await openServe()
})
afterAll(() => serve.close())
beforeEach(async () => {
  key = await serve.key()
  speak = speaker(serve, '/wix/social-publisher/v1', key)
})

type Item = Record<string, unknown> & { id: string; status: string }

const itemOf = ({ body }: Answer) => body['item'] as Item
const itemsOf = ({ body }: Answer) => body['items'] as Item[]
const errorOf = ({ body }: Answer) =>
  (body['details'] as { applicationError?: { code: string } }).applicationError?.code
const violationsOf = ({ body }: Answer) =>
  (body['details'] as { validationError?: { fieldViolations: { field: string }[] } }).validationError?.fieldViolations

const PICTURE = 'https://static.wixstatic.com/media/cf2434_4b3a2d8eb7f54bc89c0d4524430a2af3~mv2.jpg'
const TWEET = {
  channel: { name: 'TWITTER', accountId: 'tw_456' },
  type: 'POST',
  twitterPost: { caption: 'Summer collection just dropped!' },
}

const draft = async (item: object = TWEET) => itemOf(await speak('POST', '/items', { body: { item } }))
const publishById = (id: string, scheduledDate?: string) =>
  speak('POST', '/publish-by-id', { body: { id, ...(scheduledDate !== undefined && { scheduledDate }) } })
const query = (of: object) => speak('POST', '/items/query', { body: { query: of } })

test('creates and publishes a post as the first sample flow does', async () => {
  const accounts = await speak('GET', '/accounts?channelName=INSTAGRAM')
  expect(accounts.body['accounts']).toEqual([
    {
      channelName: 'INSTAGRAM',
      instagram: expect.objectContaining({ id: 'ig_123', username: '@sandbox', settings: { default: true } }),
    },
  ])
  const feature = await speak('GET', '/features/PUBLISH_POST')
  expect(feature.body).toMatchObject({ featureData: { type: 'PUBLISH_POST', enabled: true } })
  const item = await draft({
    channel: { name: 'INSTAGRAM', accountId: 'ig_123' },
    type: 'POST',
    consumerInfo: { name: 'a-client' },
    instagramPost: { imageUrl: PICTURE, caption: 'Summer collection just dropped! #summerstyle' },
  })
  expect(item).toMatchObject({
    status: 'DRAFT',
    type: 'POST',
    external: false,
    channel: { name: 'INSTAGRAM', accountId: 'ig_123' },
    draftInfo: { createdDate: expect.stringMatching(/Z$/) },
    instagramPost: {
      caption: 'Summer collection just dropped! #summerstyle',
      mediaWrapper: { media: [{ type: 'IMAGE', url: expect.stringContaining('/v1/media/med_') }] },
    },
  })
  const published = await publishById(item.id)
  expect(published.status).toBe(200)
  expect(itemOf(published)).toMatchObject({
    id: item.id,
    status: 'PUBLISHED',
    externalItemUrl: expect.stringMatching(/^https:\/\/instagram\.com\/p\//),
    publishedDate: expect.stringMatching(/Z$/),
  })
  expect(itemOf(published)).not.toHaveProperty('schedulingInfo')
  expect(errorOf(await publishById(item.id))).toBe('ITEM_IS_PUBLISHED')
})

test('schedules a post for a future date as the second sample flow does', async () => {
  const { id } = await draft()
  const scheduledDate = ahead(48)
  expect(itemOf(await publishById(id, scheduledDate))).toMatchObject({
    id,
    status: 'SCHEDULED',
    schedulingInfo: { scheduledDate },
  })
})

test('reschedules and cancels a scheduled post as the third sample flow does', async () => {
  const { id } = await draft()
  await publishById(id, ahead(48))
  const found = await query({ filter: { status: 'SCHEDULED', 'channel.name': 'TWITTER' } })
  expect(itemsOf(found).map((item) => item.id)).toContain(id)

  const scheduledDate = ahead(72)
  const moved = await speak('POST', `/items/${id}/reschedule`, { body: { scheduledDate } })
  expect(itemOf(moved)).toMatchObject({ status: 'SCHEDULED', schedulingInfo: { scheduledDate } })
  const canceled = await speak('PATCH', `/items/${id}/cancel`, { body: {} })
  expect(itemOf(canceled)).toMatchObject({ id, status: 'CANCELED' })

  for (const again of [
    await speak('PATCH', `/items/${id}/cancel`, { body: {} }),
    await speak('POST', `/items/${id}/reschedule`, { body: { scheduledDate } }),
  ]) {
    expect([again.status, errorOf(again)]).toEqual([428, 'ITEM_IS_NOT_SCHEDULED'])
  }
})

test('generates post content and publishes it as the fourth sample flow does', async () => {
  const generated = await speak('POST', '/generate-post-data', {
    body: {
      userInput: 'Announce our new summer collection of handmade ceramic mugs with a 20% discount this week',
      media: [{ type: 'IMAGE', url: PICTURE }],
      channels: ['INSTAGRAM', 'FACEBOOK'],
    },
  })
  expect(generated.status).toBe(200)
  const results = generated.body['results'] as { channelName: string; instagramPost?: Record<string, unknown> }[]
  expect(results.map(({ channelName }) => channelName)).toEqual(['INSTAGRAM', 'FACEBOOK'])
  const [{ instagramPost } = { instagramPost: undefined }] = results
  expect(instagramPost).toMatchObject({ caption: expect.stringMatching(/mugs/i), mediaWrapper: { media: [{}] } })
  const { id } = await draft({ channel: { name: 'INSTAGRAM', accountId: 'ig_123' }, type: 'POST', instagramPost })
  expect(itemOf(await publishById(id))).toMatchObject({
    status: 'PUBLISHED',
    instagramPost: { caption: instagramPost?.['caption'] },
  })
})

test('generates captions to choose from as the fifth sample flow does', async () => {
  const { status, body } = await speak('POST', '/generate-text', {
    body: {
      userInput: 'A summer sale on handmade ceramic mugs, 20% off this week',
      channelName: 'TWITTER',
      tone: 'playful',
      languageCode: 'en',
      additionalContent: { withHashtags: true },
    },
  })
  expect(status).toBe(200)
  const results = body['results'] as { caption: string }[]
  expect(results.length).toBeGreaterThanOrEqual(3)
  const [{ caption } = { caption: '' }] = results
  const { id } = await draft({ ...TWEET, twitterPost: { caption } })
  expect(itemOf(await publishById(id)).status).toBe('PUBLISHED')
})

test('publishes a whole item in one call, at once or for its date', async () => {
  expect(itemOf(await speak('POST', '/publish', { body: { item: TWEET } }))).toMatchObject({ status: 'PUBLISHED' })
  const scheduledDate = ahead(5)
  const item = { ...TWEET, schedulingInfo: { scheduledDate } }
  expect(itemOf(await speak('POST', '/publish', { body: { item } }))).toMatchObject({
    status: 'SCHEDULED',
    schedulingInfo: { scheduledDate },
  })
})

test('refuses a date that has passed and keeps nothing of it', async () => {
  const count = async () => itemsOf(await query({ filter: { text: { $contains: 'bygone' } } })).length
  const item = {
    ...TWEET,
    twitterPost: { caption: 'A bygone day' },
    schedulingInfo: { scheduledDate: '2020-01-01T00:00:00Z' },
  }
  const whole = await speak('POST', '/publish', { body: { item } })
  expect([whole.status, errorOf(whole)]).toEqual([428, 'SCHEDULED_TIME_ALREADY_PASSED'])
  expect(await count()).toBe(0)
  const { id } = await draft()
  const byId = await publishById(id, '2020-01-01T00:00:00Z')
  expect([byId.status, errorOf(byId)]).toEqual([428, 'SCHEDULED_TIME_ALREADY_PASSED'])
  expect(itemOf(await speak('GET', `/items/${id}`)).status).toBe('DRAFT')
})

test('publishes in bulk with a result for each item, in order', async () => {
  const bulk = await speak('POST', '/bulk/publish', {
    body: {
      items: [
        TWEET,
        { ...TWEET, twitterPost: { caption: 'x'.repeat(300) } },
        { channel: { name: 'TWITTER' }, type: 'POST' },
        { ...TWEET, schedulingInfo: { scheduledDate: ahead(3) } },
        { ...TWEET, schedulingInfo: { scheduledDate: '2020-01-01T00:00:00Z' } },
      ],
    },
  })
  expect(bulk.status).toBe(200)
  expect(bulk.body).toMatchObject({
    results: [
      { itemMetadata: { originalIndex: 0, success: true }, item: { status: 'PUBLISHED' } },
      { itemMetadata: { originalIndex: 1, success: false, error: { code: 'TEXT_TOO_LONG' } } },
      { itemMetadata: { originalIndex: 2, success: false, error: { code: 'INVALID_ARGUMENT' } } },
      { itemMetadata: { originalIndex: 3, success: true }, item: { status: 'SCHEDULED' } },
      { itemMetadata: { originalIndex: 4, success: false, error: { code: 'SCHEDULED_TIME_ALREADY_PASSED' } } },
    ],
    bulkActionMetadata: { totalSuccesses: 2, totalFailures: 3, undetailedFailures: 0 },
  })
  const many = await speak('POST', '/bulk/publish', { body: { items: Array.from({ length: 101 }, () => TWEET) } })
  expect([many.status, violationsOf(many)]).toMatchObject([400, [{ field: 'items' }]])
})

test('changes only what is sent, and never the date', async () => {
  const { id } = await draft({
    channel: { name: 'FACEBOOK', accountId: 'fb_789' },
    type: 'POST',
    facebookPost: { caption: 'Before', imageUrl: PICTURE, link: 'https://example.com/shop' },
  })
  const before = itemOf(await speak('GET', `/items/${id}`))
  const changed = await speak('PATCH', `/items/${id}`, { body: { item: { id, facebookPost: { caption: 'After' } } } })
  expect(itemOf(changed)).toMatchObject({
    ...before,
    updatedDate: expect.any(String),
    draftInfo: expect.any(Object),
    facebookPost: { ...(before['facebookPost'] as object), caption: 'After' },
  })
  const dated = await speak('PATCH', `/items/${id}`, {
    body: { item: { id, schedulingInfo: { scheduledDate: ahead(3) } } },
  })
  expect([dated.status, violationsOf(dated)]).toMatchObject([400, [{ field: 'item.schedulingInfo' }]])
  const story = await speak('PATCH', `/items/${id}`, { body: { item: { id, type: 'STORY', facebookStory: {} } } })
  expect(itemOf(story)).toMatchObject({ type: 'STORY', facebookStory: { mediaWrapper: { media: [{}] } } })
})

test('changes what is already scheduled without moving it', async () => {
  const { id } = await draft()
  const scheduledDate = ahead(30)
  await publishById(id, scheduledDate)
  const changed = await speak('PATCH', `/items/${id}`, { body: { item: { twitterPost: { caption: 'Reworded' } } } })
  expect(itemOf(changed)).toMatchObject({
    status: 'SCHEDULED',
    schedulingInfo: { scheduledDate },
    twitterPost: { caption: 'Reworded' },
  })
})

test('answers 404 for what never was and 428 for what is deleted', async () => {
  const never = await speak('DELETE', '/items/ac01c174-5244-49df-8085-84d87cd0345a')
  expect([never.status, errorOf(never)]).toEqual([404, 'ITEM_NOT_EXISTS'])
  expect(never.body).toEqual({
    message: "Couldn't find the item.",
    details: {
      applicationError: { code: 'ITEM_NOT_EXISTS', description: "Couldn't find the item.", data: {} },
    },
  })
  const { id } = await draft()
  const deleted = await speak('DELETE', `/items/${id}`)
  expect([deleted.status, deleted.body]).toEqual([200, {}])
  for (const again of [await speak('DELETE', `/items/${id}`), await publishById(id)]) {
    expect([again.status, errorOf(again)]).toEqual([428, 'ITEM_IS_DELETED'])
  }
  expect(itemOf(await speak('GET', `/items/${id}`)).status).toBe('DELETED')
})

test('refuses a type and content that the channel does not take together', async () => {
  const refused = async (item: object, field: string) => {
    const answer = await speak('POST', '/items', { body: { item } })
    expect([answer.status, violationsOf(answer)?.[0]?.field]).toEqual([400, field])
  }
  const instagram = { channel: { name: 'INSTAGRAM', accountId: 'ig_123' } }
  await refused({ ...instagram, type: 'STORY', instagramPost: { imageUrl: PICTURE } }, 'item.instagramPost')
  await refused({ ...TWEET, type: 'REEL' }, 'item.twitterPost')
  await refused({ ...instagram, type: 'POST' }, 'item.type')
  await refused({ ...instagram, instagramStory: { caption: 'No words' } }, 'item.instagramStory.caption')
  await refused({ ...TWEET, channel: { name: 'FACEBOOK', accountId: 'tw_456' } }, 'item.channel.name')
  // What only the channel can tell is said when it is to be published.
  const { id } = await draft({ ...instagram, type: 'POST', instagramPost: { caption: 'No picture' } })
  const unfit = await publishById(id)
  expect([unfit.status, violationsOf(unfit)]).toMatchObject([400, [{ field: 'media' }]])
})

test('carries each type of each channel there and back', async () => {
  const media = { mediaWrapper: { media: [{ type: 'IMAGE', url: PICTURE, altText: 'A mug' }] } }
  const items = [
    { channel: { name: 'INSTAGRAM', accountId: 'ig_123' }, type: 'STORY', instagramStory: media },
    { channel: { name: 'FACEBOOK', accountId: 'fb_789' }, type: 'POST', facebookPost: { caption: 'C', ...media } },
    {
      channel: { name: 'LINKEDIN', accountId: 'li_104' },
      type: 'POST',
      linkedinPost: { caption: 'C', authorId: 'li_104' },
    },
    {
      channel: { name: 'PINTEREST', accountId: 'pi_107' },
      type: 'POST',
      pinterestPost: { title: 'T', description: 'D', link: 'https://example.com/', boardId: 'pi_107', ...media },
    },
    {
      channel: { name: 'GBP', accountId: 'gb_108' },
      type: 'POST',
      gbpPost: { description: 'D', callToAction: { actionType: 'SHOP', url: 'https://example.com/' } },
    },
    {
      channel: { name: 'TIKTOK', accountId: 'tt_105' },
      type: 'POST',
      tiktokPhoto: { title: 'T', description: 'D', privacyLevel: 'PUBLIC_TO_EVERYONE', ...media },
    },
    { channel: { name: 'BLUESKY', accountId: 'bs_101' }, type: 'POST', blueskyPost: { caption: 'C' } },
  ]
  for (const item of items) {
    const [name = '', sent = {}] = Object.entries(item)[2] ?? []
    const { mediaWrapper: _media, boardId: _board, authorId: _author, ...content } = sent as Record<string, unknown>
    const expected = { type: item.type, channel: item.channel, [name]: content }
    const made = await draft(item)
    expect(made).toMatchObject({ ...expected, status: 'DRAFT' })
    expect(itemOf(await publishById(made.id))).toMatchObject({ ...expected, status: 'PUBLISHED' })
  }
})

test('finds items by status, channel, date and text, sorted and in pages', async () => {
  const word = `zebra${Date.now()}`
  const ids: string[] = []
  for (const hours of [30, 10, 20]) {
    const { id } = await draft({ ...TWEET, twitterPost: { caption: `${word} in ${hours}` } })
    await publishById(id, ahead(hours))
    ids.push(id)
  }
  const [in30, in10, in20] = ids
  const found = async (of: object) => itemsOf(await query(of)).map(({ id }) => id)
  const text = { $contains: word }
  expect(await found({ filter: { text } })).toEqual([in30, in20, in10])
  const ascending = [{ fieldName: 'schedulingInfo.scheduledDate', order: 'ASC' }]
  expect(await found({ filter: { text }, sort: ascending })).toEqual([in10, in20, in30])
  expect(
    await found({ filter: { text, 'schedulingInfo.scheduledDate': { $gte: ahead(15), $lt: ahead(25) } } }),
  ).toEqual([in20])
  expect(await found({ filter: { $and: [{ text }, { status: { $in: ['DRAFT', 'PUBLISHED'] } }] } })).toEqual([])
  expect(await found({ filter: { text, 'channel.accountId': 'tw_456', external: false } })).toHaveLength(3)
  expect(await found({ filter: { text, status: 'DELETED' } })).toEqual([])

  const second = await query({ filter: { text }, paging: { limit: 1, offset: 1 } })
  expect(itemsOf(second).map(({ id }) => id)).toEqual([in20])
  expect(second.body['pagingMetadata']).toMatchObject({ count: 1, offset: 1, hasNext: true })
  const first = await query({ filter: { text }, cursorPaging: { limit: 2 } })
  const { cursors } = first.body['pagingMetadata'] as { cursors: { next: string } }
  expect(await found({ filter: { text }, cursorPaging: { limit: 2, cursor: cursors.next } })).toEqual([in10])
})

test('refuses a query that it cannot answer, instead of answering another', async () => {
  const refused = async (of: object, field: string) => {
    const answer = await query(of)
    expect([answer.status, violationsOf(answer)?.[0]?.field]).toEqual([400, field])
  }
  await refused({ filter: { colour: 'red' } }, 'query.filter.colour')
  await refused({ filter: { status: 'GONE' } }, 'query.filter.status.$eq')
  await refused({ filter: { status: { $regex: '.*' } } }, 'query.filter.status.$regex')
  await refused({ filter: { publishedDate: { $gt: 'soon' } } }, 'query.filter.publishedDate.$gt')
  await refused({ sort: [{ fieldName: 'likes' }] }, 'query.sort.0.fieldName')
  await refused({ paging: { limit: 101 } }, 'query.paging.limit')
  await refused({ fields: ['id'] }, 'query.fields')
})

test('makes an item of a referenceId once', async () => {
  const item = { ...TWEET, referenceId: 'order-4711' }
  expect((await speak('POST', '/items', { body: { item } })).status).toBe(200)
  for (const path of ['/items', '/publish']) {
    const again = await speak('POST', path, { body: { item } })
    expect([again.status, errorOf(again)]).toEqual([409, 'REFERENCE_ID_ALREADY_EXIST'])
  }
})

test('tells what is left of a feature, and refuses with 428 when nothing is', async () => {
  const two = await speak('GET', '/features?featureTypes=PUBLISH_POST&featureTypes=SCHEDULE_POST')
  expect(two.body).toEqual({
    features: [
      { type: 'PUBLISH_POST', enabled: true },
      { type: 'SCHEDULE_POST', enabled: true },
    ],
    monetizationEnabled: false,
  })
  const window = { kind: 'period', period: 'MONTH', zone: 'UTC' }
  const meter = { subject: { kind: 'feature', feature: 'SCHEDULE_POST' }, unit: 'posts', window }
  const { body: before } = await speaker(serve, '/v1', key)('POST', '/quota/meters', { body: { ...meter, limit: 0 } })
  const unlimited = await speak('GET', '/features/SCHEDULE_POST')
  expect(unlimited.body).toMatchObject({
    featureData: { quotaInfo: { limit: 0, period: 'MONTH' } },
    monetizationEnabled: true,
  })
  const { currentUsage } = (unlimited.body['featureData'] as { quotaInfo: { currentUsage: number } }).quotaInfo
  await speaker(serve, '/v1', key)('PUT', `/quota/meters/${String(before['id'])}`, {
    body: { ...meter, limit: currentUsage + 1 },
  })
  const { id } = await draft()
  expect(itemOf(await publishById(id, ahead(1)))).toMatchObject({ status: 'SCHEDULED' })
  expect((await speak('GET', '/features/SCHEDULE_POST')).body).toMatchObject({
    featureData: { quotaInfo: { limit: currentUsage + 1, currentUsage: currentUsage + 1, remainingUsage: 0 } },
  })
  const over = await draft()
  const refused = await publishById(over.id, ahead(2))
  expect([refused.status, errorOf(refused)]).toEqual([428, 'INELIGIBLE_FOR_FEATURE'])
  expect(itemOf(await speak('GET', `/items/${over.id}`)).status).toBe('DRAFT')
  // Each feature is its own meter.
  expect(itemOf(await publishById(over.id)).status).toBe('PUBLISHED')
  await speaker(serve, '/v1', key)('DELETE', `/quota/meters/${String(before['id'])}`)
  expect((await speak('GET', '/features/LIKE_POST')).status).toBe(400)
})

test('tells how a channel is connected, chooses its page, and disconnects', async () => {
  expect((await speak('GET', '/FACEBOOK/long-lived-token-status')).body).toEqual({ status: 'VALID' })
  const chosen = await speak('PATCH', '/FACEBOOK/settings', { body: { facebook: { defaultPageId: '1002' } } })
  expect(chosen.body['accounts']).toMatchObject([{ facebook: { page: { id: '1002', displayName: 'Second page' } } }])
  const item = { channel: { name: 'FACEBOOK', accountId: 'fb_789' }, type: 'POST' }
  const there = await draft({ ...item, facebookPost: { caption: 'C', pageId: '1002' } })
  expect(there).toMatchObject({
    channel: { publishingTarget: { id: '1002' } },
    facebookPost: { pageId: '1002' },
  })
  const elsewhere = await speak('POST', '/items', { body: { item: { ...item, facebookPost: { pageId: '1001' } } } })
  expect([elsewhere.status, violationsOf(elsewhere)]).toMatchObject([400, [{ field: 'item.facebookPost.pageId' }]])

  const off = await speak('POST', '/accounts/gb_108/disconnect', { body: {} })
  expect(off.body).toMatchObject({ account: { channelName: 'GBP', gbp: { connectionStatus: 'DISCONNECTED' } } })
  expect((await speak('GET', '/GBP/long-lived-token-status')).body).toEqual({ status: 'DISCONNECTED' })
  const unknown = await speak('GET', '/accounts?channelName=MYSPACE')
  expect([unknown.status, errorOf(unknown)]).toEqual([428, 'UNSUPPORTED_CHANNEL'])
  const live = speaker(serve, '/wix/social-publisher/v1', await serve.key('live'))
  expect((await live('GET', '/BLUESKY/long-lived-token-status')).body).toEqual({ status: 'NEVER_CREATED' })
  const none = await live('GET', '/accounts?channelName=BLUESKY')
  expect([none.status, errorOf(none)]).toEqual([400, 'USER_NOT_EXIST_FOR_CHANNEL'])
})

test('knows a key without Bearer before it, and no stranger', async () => {
  const bare = await speak('GET', '/features/PUBLISH_POST', { headers: { Authorization: key, 'wix-site-id': 'any' } })
  expect(bare.status).toBe(200)
  const stranger = await speaker(serve, '/wix/social-publisher/v1', 'sk_live_wrong')('GET', '/features/PUBLISH_POST')
  expect([stranger.status, errorOf(stranger)]).toEqual([401, 'UNAUTHENTICATED'])
  expect((await speak('GET', '/nothing')).status).toBe(404)
})
