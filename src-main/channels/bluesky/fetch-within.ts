import { isTrustworthy } from '../kit/is-trustworthy.ts'

/** No single request may take longer, in milliseconds; a slow line must still get an image through. */
const REQUEST_DEADLINE = 60_000

/** Requests that end with the work they are for, and go only where nobody can listen. */
export const fetchWithin =
  (signal: AbortSignal): typeof fetch =>
  (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!isTrustworthy(url))
      return Promise.reject(new TypeError(`${new URL(url).host} is not asked without encryption`))
    const own = init?.signal ?? (input instanceof Request ? input.signal : undefined)
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
    // A video is on its way for as long as it takes: it ends only with the work it is for.
    const video = headers.get('content-type')?.startsWith('video/') ?? false
    const ends = [signal, ...(video ? [] : [AbortSignal.timeout(REQUEST_DEADLINE)]), ...(own ? [own] : [])]
    return fetch(input, { ...init, signal: AbortSignal.any(ends) })
  }
