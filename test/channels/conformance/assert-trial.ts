import { expect } from 'vitest'
import type { BadAddress } from '../../servers/bad-addresses.ts'
import { isBadAddress } from './faults.ts'
import type { Trial } from './trial.ts'

/** Ways in which a server says no for good: nothing is sent again by itself. */
const FINAL = new Set<Trial['fault']>(['403', '404', '413', '422'])

/** What is said of an address that nothing can be sent to. */
const TOLD: Readonly<Record<BadAddress, RegExp>> = {
  'certificate expired': /^The certificate of .+ cannot be trusted: it has expired\.$/,
  'certificate not valid yet': /^The certificate of .+ cannot be trusted: it is not valid yet\.$/,
  'certificate for another name': /^The certificate of .+ cannot be trusted: it is for another name\.$/,
  'certificate of an unknown issuer': /^The certificate of .+ cannot be trusted: nobody whom this computer trusts has/,
  'no encryption': / does not answer over an encrypted connection\.$/,
  'ended before it was encrypted': / does not answer over an encrypted connection\.$/,
  'nobody listens': / cannot be reached right now\.$/,
  'name not found': /^The name .+ cannot be found\.$/,
}

/**
 * What holds for every channel and every fault: a post stands once or not at all, it stands when the channel says so, the
 * person is told what happened and what to do next, and no secret is in what they are told.
 */
export const assertTrial = (trial: Trial, canBeAsked: boolean, secrets: readonly string[]): void => {
  const { fault, course, told, copies, pause } = trial
  const what = `${fault}: ${course.join(', ')}; ${copies} stand`
  expect(copies, what).toBeLessThanOrEqual(1)
  const end = course.at(-1)
  if (end === 'published' || end === 'asked: found') expect(copies, what).toBe(1)
  if (end === 'rejected' || end === 'signed-out' || end === 'asked: absent') expect(copies, what).toBe(0)
  if (canBeAsked) expect(trial.went.at(-1), what).not.toBe('unconfirmed')
  for (const { message, next, detail } of told) {
    expect(message.length, what).toBeGreaterThan(10)
    expect(next.length, what).toBeGreaterThan(5)
    if (canBeAsked) expect(next, what).not.toContain('cannot be asked')
    for (const secret of secrets) expect(`${message} ${next} ${detail ?? ''}`, what).not.toContain(secret)
  }
  if (fault === 'none' || fault === 'answer late') expect(course, what).toEqual(['published'])
  if (FINAL.has(fault)) expect(['rejected', 'signed-out'], what).toContain(course[0])
  // A credential that can be renewed is, and then it goes through.
  if (fault === '401') expect(['signed-out', 'published'], what).toContain(course[0])
  if (fault === '429 with Retry-After') expect(pause, what).toBeGreaterThan(25_000)
  if (fault === '429 without') expect(pause, what).toBeGreaterThan(0)
  if (isBadAddress(fault)) {
    expect(course, what).toEqual(['retry', 'published'])
    expect(told[0]?.message, what).toMatch(TOLD[fault])
  }
  if (fault === 'reset before the server') expect(['retry', 'unclear'], what).toContain(course[0])
}
