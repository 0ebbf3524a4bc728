import { createHash, timingSafeEqual } from 'node:crypto'
import type { HonoRequest, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { failedInEnglish } from '../core/refusal.ts'
import type { ApiEnv } from './api-env.ts'
import type { Refuse } from './refuse.ts'

export type Guard = MiddlewareHandler<ApiEnv>

/**
 * Lets in only what was asked of this machine by its own name and, from a browser, by a page of its own. A foreign
 * Host is how a web page reaches local servers (DNS rebinding); a foreign Origin, or a browser's word that the request
 * crosses sites, is another site's page. A link that is followed to a page here is no such request.
 */
export const ownNameOnly =
  (refuse: Refuse): Guard =>
  async (c, next) => {
    const foreign = (message: string) =>
      refuse(c, failedInEnglish('not-authorised', message, 'Use the address that Posthorn printed.'), 403)
    const port = c.env.incoming.socket.localPort
    const host = c.req.header('host')
    // URL leaves the port out where it is the default one, as browsers do.
    const own = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port}`).host)
    if (host === undefined || !own.includes(host)) return foreign('The request names another host than this machine.')
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`) return foreign('The request comes from another site.')
    const site = c.req.header('sec-fetch-site')
    const follows = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate'
    if ((site === 'cross-site' || site === 'same-site') && !follows) {
      return foreign('The request comes from another site.')
    }
    return next()
  }

/** Asks for the token as `Authorization: Bearer ...`, compared in constant time. */
export const tokenOnly = (token: string, refuse: Refuse): Guard => {
  const expected = digest(token)
  return async (c, next) => {
    const given = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return next()
    c.header('WWW-Authenticate', 'Bearer')
    return refuse(
      c,
      failedInEnglish(
        'not-authorised',
        given === undefined ? 'The request carries no token.' : 'The token is not the one of this run.',
        'Use the link or the token that Posthorn printed when it started.',
      ),
    )
  }
}

const MEGABYTE = 1024 * 1024
/** Room for a file of 100 MB in base64. */
const FILE_LIMIT = 150 * MEGABYTE
const LIMIT = MEGABYTE

/** Whether a file may come with the request as it is, or in a form: it is not read into memory, and may be of any size. */
export const carriesFile = (request: HonoRequest): boolean =>
  STREAMED.test(request.path) && !JSON_TYPE.test(request.header('content-type') ?? 'application/json')

const STREAMED = /\/media(\/upload)?$/
/** Where a file may come in base64. */
const INLINE = /^\/rpc\/media\.add$|\/media(\/upload)?$/

export const JSON_TYPE = /^application\/json\s*(;|$)/i

/** Caps what is read into memory: 1 MB for a call, 150 MB where it carries a file in base64. */
export const sizeLimit =
  (refuse: Refuse): Guard =>
  (c, next) => {
    const { url, method, raw } = c.req
    if (!hasBody(raw.headers) || carriesFile(c.req)) return next()
    // The limit is put on a copy of a body without a length, which can be made of the runtime's own class alone.
    if (raw.headers.has('transfer-encoding')) {
      const whole = { method, headers: raw.headers, body: raw.body, duplex: 'half' as const }
      c.req.raw = new Request(url, whole)
    }
    const file = INLINE.test(c.req.path)
    return bodyLimit({
      maxSize: file ? FILE_LIMIT : LIMIT,
      onError: () =>
        refuse(
          c,
          file
            ? failedInEnglish(
                'media-too-large',
                'The file is too large.',
                'Attach one of at most 100 MB, or send it as it is instead of base64.',
              )
            : failedInEnglish('invalid-input', 'The request is larger than 1 MB.', 'Send less at once.'),
          413,
        ),
    })(c, next)
  }

/** Whether a request says that something follows its head. */
export const hasBody = (headers: Headers): boolean =>
  headers.has('transfer-encoding') || !['0', null].includes(headers.get('content-length'))

/** What is told to one who asked for it is kept by nobody on the way. */
export const neverStored: Guard = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

const digest = (text: string) => createHash('sha256').update(text).digest()
