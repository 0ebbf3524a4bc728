import { request } from 'node:http'

/**
 * What a person does in the browser on the page where a Bluesky server asks who they are and whether a program may act for
 * them, by the page's own requests; the address the browser is sent on to.
 */
export const allowInBrowser = async (page: string, username: string, password: string): Promise<URL> => {
  const { origin } = new URL(page)
  const cookies = new Map<string, string>()
  const ask = async (url: string, headers: Record<string, string>, body?: object) => {
    const answer = await send(url, { ...headers, cookie: [...cookies].map((one) => one.join('=')).join('; ') }, body)
    for (const cookie of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    if (answer.status >= 400) throw new Error(`${url}: ${answer.status} ${answer.text}`)
    return answer
  }
  await ask(page, { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' })
  const call = async (method: string, body: object, token?: string): Promise<Record<string, unknown>> => {
    const answer = await ask(
      `${origin}/@atproto/oauth-provider/~api/${method}`,
      {
        'sec-fetch-mode': 'same-origin',
        'sec-fetch-dest': 'empty',
        'sec-fetch-site': 'same-origin',
        origin,
        referer: page,
        'x-csrf-token': cookies.get('csrf-token') ?? '',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body,
    )
    return JSON.parse(answer.text) as Record<string, unknown>
  }
  const signedIn = await call('sign-in', { locale: 'en', username, password, remember: false })
  const { sub, did = sub } = signedIn['account'] as { sub?: string; did?: string }
  const { url } = await call('consent', { did }, String(signedIn['ephemeralToken']))
  // The page goes there itself, and is sent on to the program.
  const headers = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' }
  const { location } = await ask(String(url), { ...headers, referer: page })
  if (location === undefined) throw new Error('the browser was not sent back')
  return new URL(location)
}

type Answered = { status: number; text: string; cookies: string[]; location: string | undefined }

const send = (url: string, headers: Record<string, string>, body?: object): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const sent = body && JSON.stringify(body)
    const type = sent === undefined ? {} : { 'content-type': 'application/json' }
    const asked = request(url, { method: sent === undefined ? 'GET' : 'POST', headers: { ...headers, ...type } })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += String(chunk)))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          text,
          cookies: answer.headers['set-cookie'] ?? [],
          location: answer.headers.location,
        }),
      )
    })
    asked.end(sent)
  })
