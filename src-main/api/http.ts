import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Clock, Log } from '../core/ports.ts'
import { failedInEnglish, Refusal } from '../core/refusal.ts'
import type { ApiEnv } from './api-env.ts'
import { type Desk, mountDesk } from './desk.ts'
import { createDialects } from './dialects/index.ts'
import { ownNameOnly } from './guards.ts'
import type { Keys } from './key-guard.ts'
import type { HttpLimits } from './limits.ts'
import { createMcpDialect } from './mcp/mcp-dialect.ts'
import { mountPrograms } from './programs.ts'
import { createRefuse } from './refuse.ts'
import { createV1, mountReference } from './v1/create-v1.ts'

/** What a door opens: the desk for the person's own interface and commands, the dialects for programs with a key. */
export type HttpWorld = {
  desk: Desk | null
  keys: Keys | null
  /** Who has it may do everything at the desk. */
  token: string
  /** Posthorn's own version, for the reference. */
  version: string
  limits: HttpLimits
  clock: Clock
  log: Log
  /** Ends the event streams. */
  closing: AbortSignal
}

/** Everything Posthorn answers over HTTP, behind one guard against other sites and other names. */
export const createHttpApi = (world: HttpWorld): Hono<ApiEnv> => {
  const { desk, keys, log } = world
  const dialects = keys ? [createV1({ ...world, keys }), ...createDialects(), createMcpDialect({ ...world, keys })] : []
  const refuse = createRefuse(dialects)
  const api = new Hono<ApiEnv>()
  api.use(requestId(), headers, ownNameOnly(refuse))
  if (keys) {
    mountReference(api, world)
    mountPrograms(api, dialects, { ...world, keys, refuse })
  }
  if (desk) mountDesk(api, desk, { ...world, refuse })

  api.notFound((c) =>
    refuse(c, failedInEnglish('not-found', 'There is nothing here.', 'Check the address and the verb.'), 404),
  )
  api.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c, error.failure)
    log.error(`${c.req.method} ${c.req.path} failed`, {
      error: error.stack ?? error.message,
      requestId: c.var.requestId,
    })
    return refuse(c, failedInEnglish('internal', 'Posthorn met an error of its own.', 'Try again; the log says more.'))
  })
  return api
}

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    mediaSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Plain HTTP on loopback: a promise of HTTPS would lock the person out.
  strictTransportSecurity: false,
})
