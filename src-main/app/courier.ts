/**
 * Brings a message to an address that the person named. Redirects are not followed, and of the answer its status counts
 * alone. Never rejects: without an answer, or when it was called off, `error` says why in a few words.
 */
export type Courier = {
  post(
    url: string,
    message: { headers: Record<string, string>; body: string; signal: AbortSignal },
  ): Promise<{ status: number; error: null } | { status: null; error: string }>
}
