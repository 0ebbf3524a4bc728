import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { failed } from '../core/refusal.ts'
import { replyFailure } from './reply.ts'

type Guard = MiddlewareHandler<{ Bindings: HttpBindings }>

/**
 * Lets in only what was asked of this machine by its own name and, from a browser, by the interface itself. A foreign
 * Host is how a web page reaches local servers (DNS rebinding); a foreign Origin is another site's script.
 */
export const ownNameOnly: Guard = (c, next) => {
  const port = c.env.incoming.socket.localPort
  const host = c.req.header('host')
  // URL leaves the port out where it is the default one, as browsers do.
  const own = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port}`).host)
  if (host === undefined || !own.includes(host)) {
    return refused(c, 'The request names another host than this machine.', 'Use the link that Posthorn printed.')
  }
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== `http://${host}`) {
    return refused(c, 'The request comes from another site.', 'Open the link that Posthorn printed.')
  }
  return next()
}

/** Asks for the token as `Authorization: Bearer ...`, compared in constant time. */
export const tokenOnly = (token: string): Guard => {
  const expected = digest(token)
  return (c, next) => {
    const given = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return next()
    c.header('WWW-Authenticate', 'Bearer')
    return answer(
      replyFailure(
        c,
        failed(
          'not-authorised',
          given === undefined ? 'The request carries no token.' : 'The token is not the one of this run.',
          'Use the link or the token that Posthorn printed when it started.',
        ),
      ),
    )
  }
}

/** Refuses a body that is not declared as JSON: what a form on a foreign page could send. */
export const jsonOnly: Guard = (c, next) =>
  /^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')
    ? next()
    : answer(
        replyFailure(
          c,
          failed('invalid-input', 'The request is not JSON.', 'Send it with "Content-Type: application/json".'),
          415,
        ),
      )

const MEGABYTE = 1024 * 1024
/** Room for a file of 100 MB in base64. */
const FILE_LIMIT = 150 * MEGABYTE
const LIMIT = MEGABYTE

/** Caps what is read into memory: 1 MB for a call, 150 MB where it carries a file. */
export const sizeLimit: Guard = (c, next) => {
  const carriesFile = c.req.param('method') === 'media.add'
  return bodyLimit({
    maxSize: carriesFile ? FILE_LIMIT : LIMIT,
    onError: (c) =>
      replyFailure(
        c,
        carriesFile
          ? failed('media-too-large', 'The file is too large.', 'Attach a file of at most 100 MB.')
          : failed('invalid-input', 'The request is larger than 1 MB.', 'Send less at once.'),
        413,
      ),
  })(c, next)
}

const digest = (text: string) => createHash('sha256').update(text).digest()

const answer = (response: Response) => Promise.resolve(response)

const refused = (c: Parameters<Guard>[0], message: string, next: string) =>
  answer(replyFailure(c, failed('not-authorised', message, next), 403))
