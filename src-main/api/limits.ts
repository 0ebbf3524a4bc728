/** What one key and one connection may take of this machine. */
export type HttpLimits = {
  /** A key's requests of any kind in a minute, and those of them that are not GET. */
  requestsPerMinute: number
  writesPerMinute: number
  /** How long the head of a request, and the whole of it, may take to arrive, in milliseconds. */
  headMs: number
  requestMs: number
}

export const HTTP_LIMITS: HttpLimits = {
  requestsPerMinute: 600,
  writesPerMinute: 120,
  headMs: 10_000,
  requestMs: 60_000,
}
