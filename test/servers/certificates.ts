import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../fixtures/certificates/${name}.pem`), 'utf8')

/** What is wrong with a certificate. */
export const FLAWS = ['expired', 'early', 'another-name', 'unknown-issuer'] as const
export type Flaw = (typeof FLAWS)[number]

/**
 * A certificate for `localhost` and its key, as a server takes them: a right one, or one with a flaw. They were made by
 * OpenSSL under an authority whose key was thrown away, and hold until the year 2120; their key guards nothing.
 */
export const certificate = (flaw: Flaw | 'right'): { cert: string; key: string } => ({
  cert: read(flaw),
  key: read('key'),
})

/** From now on this process trusts the authority of these certificates; what it gives ends that. */
export const trustAuthority = (): (() => void) => {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, read('authority')])
  return () => setDefaultCACertificates(before)
}
