import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { watchBrowser } from './kit/watch.ts'

journey('malformed messages are refused one by one, and the next good one is answered', async ({ start }) => {
  const { page } = await start()
  const codes = await page.evaluate(async () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    const { call } = Reflect.get(window, 'posthorn')
    const replies = await Promise.all([
      call(42, {}),
      call(null, {}),
      call('posts.save', new Map([['text', 'x']])),
      call('posts.save', circle),
      call('posts.save', { text: 5 }),
      call('posts.save', { text: 'x', surprise: true }),
      call('posts.get', 'pst_1'),
      call('x'.repeat(100_000), {}),
      call('constructor', {}),
      call('posts.save', { text: 'x'.repeat(151_000_000) }),
      // What cannot be sent at all.
      call('posts.save', { text: 'x', then: () => 1 }),
      call('status.get', {}),
    ])
    return replies.map((reply) => reply.failure?.code ?? 'answered')
  })
  expect(codes).toEqual([
    ...Array<string>(7).fill('invalid-input'),
    'unknown-method',
    'unknown-method',
    'invalid-input',
    'internal',
    'answered',
  ])
})

journey('a page that is not Posthorn’s own gets no answer', async ({ start }) => {
  const { electron, page } = await start()
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  const [stranger] = await Promise.all([
    electron.waitForEvent('window'),
    electron.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`
      await new BrowserWindow({ webPreferences: { preload } }).loadURL('data:text/html,stranger')
    }),
  ])
  const reply = await stranger.evaluate(() => Reflect.get(window, 'posthorn').call('settings.get', {}))
  expect(reply).toMatchObject({ ok: false, failure: { code: 'not-authorised' } })
})

journey('links go to the browser when they are web links, and the window stays where it is', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  const opened = await watchBrowser(desktop)
  await page.evaluate(() => {
    for (const link of [
      'https://example.org/a?b=c#d',
      'file:///etc/passwd',
      'javascript:document.title="x"',
      'mailto:someone@example.org',
    ]) {
      window.open(link)
      const anchor = document.createElement('a')
      anchor.href = link
      document.body.append(anchor)
      anchor.click()
    }
  })
  await expect.poll(opened).toEqual(['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'])
  expect(page.url()).toMatch(/^app:\/\/posthorn\//)
  expect(await page.title()).not.toBe('x')
  expect(desktop.electron.windows()).toHaveLength(1)
})

journey('the page has no way to Node, to other files, or to scripts of others', async ({ start }) => {
  const { page } = await start()
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  const found = await page.evaluate(async () => {
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    const inline = document.createElement('script')
    inline.textContent = 'window.ran = true'
    const foreign = document.createElement('script')
    foreign.src = 'https://example.org/x.js'
    document.body.append(inline, foreign)
    const status = async (path: string) => (await fetch(path)).status
    const reached = await fetch('https://example.org/').then(
      () => true,
      () => false,
    )
    return {
      ran: Reflect.get(window, 'ran'),
      reached,
      node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
      files: [
        await status('/%2e%2e/%2e%2e/package.json'),
        await status('/..%2f..%2fpackage.json'),
        await status('/media/..%2f..%2fposthorn.db'),
        await status('/media/med_00000000000000000000000000'),
      ],
      permission: (await navigator.permissions.query({ name: 'geolocation' })).state,
      // Last: the browser tells of them a little later.
      blocked: [...new Set(blocked)].toSorted(),
    }
  })
  expect(found).toEqual({
    ran: undefined,
    blocked: ['connect-src', 'script-src-elem'],
    reached: false,
    node: ['undefined', 'undefined'],
    files: [404, 403, 403, 404],
    permission: 'denied',
  })
})
