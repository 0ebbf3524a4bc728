import { type Fetched, fetchPage } from '../channels/kit/fetch-page.ts'
import type { Web } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import { because } from '../core/told.ts'

/** Reads from addresses that people or pages name; `privateAddresses` is asked each time, since the person may change it. */
export const createSafeWeb = (privateAddresses: () => Promise<boolean>): Web => ({
  get: async (url, { maxBytes, accept, timeoutMs }) => {
    const rules = {
      privateAddresses: await privateAddresses(),
      accept,
      timeoutMs,
      signal: new AbortController().signal,
    }
    // One byte more than may come tells what is too large from what just fits.
    const found = await fetchPage(url, { ...rules, maxBytes: maxBytes + 1 }).catch((error: unknown) =>
      wrong(url, error),
    )
    if (found === null)
      return refuse('unreachable', `${hostOf(url)} does not have this address.`, 'Check the address.', {
        told: because('address-unknown', { host: hostOf(url) }),
      })
    if (found.bytes.length > maxBytes) return tooLarge(found, maxBytes)
    return { url: found.url, mime: found.type.split(';')[0]?.trim() ?? '', bytes: found.bytes }
  },
})

const tooLarge = ({ url }: Fetched, maxBytes: number): never =>
  refuse(
    'media-too-large',
    `What stands at ${hostOf(url)} is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`,
    'Use a smaller file.',
    { told: because('page-too-large', { host: hostOf(url), mostSize: maxBytes }) },
  )

const wrong = (url: string, error: unknown): never => {
  const reasons = causes(error)
  if (reasons.some((reason) => /private address|links are not fetched/.test(reason))) {
    refuse(
      'invalid-input',
      `${hostOf(url)} is an address of your own network, or none of the web.`,
      'Use a public http or https address, or allow private addresses in the settings.',
      { field: 'url', told: because('address-private', { host: hostOf(url) }) },
    )
  }
  return refuse(
    'unreachable',
    `${hostOf(url)} does not answer.`,
    'Check the address and your network, then try again.',
    {
      detail: reasons.at(-1) ?? 'unknown',
      told: because('address-silent', { host: hostOf(url) }),
    },
  )
}

const causes = (error: unknown): string[] => (error instanceof Error ? [error.message, ...causes(error.cause)] : [])

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : 'The address')
