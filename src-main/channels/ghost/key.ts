import { createHmac } from 'node:crypto'
import { NoSecret } from '../kit/request-failures.ts'

/** An Admin API key: its id, and what tokens are signed with. */
export type Key = { id: string; secret: Buffer }

export const readKey = (typed: string | null): Key => {
  const [, id, hex] = /^([0-9a-f]{24}):([0-9a-f]{64})$/i.exec(typed?.trim() ?? '') ?? []
  if (id !== undefined && hex !== undefined) return { id, secret: Buffer.from(hex, 'hex') }
  const isContentKey = /^[0-9a-f]{26}$/i.test(typed?.trim() ?? '')
  throw new NoSecret(
    isContentKey ? 'This is the Content API key, which can only read.' : 'This is not an Admin API key.',
    'Copy the Admin API key of the integration, all of it: it has a colon in the middle.',
  )
}

/** Ghost takes tokens that live for five minutes at most. */
const LIFE = 300

/** A token (JWT, HS256) made out now, in milliseconds. */
export const tokenOf = ({ id, secret }: Key, now: number): string => {
  const iat = Math.floor(now / 1000)
  const said = [
    { alg: 'HS256', typ: 'JWT', kid: id },
    { iat, exp: iat + LIFE, aud: '/admin/' },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const signed = said.join('.')
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
