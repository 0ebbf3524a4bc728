/** A channel as the conformance suite takes it: the server it is tried against, real or by contract. */
export type Subject = {
  key: string
  /** What its requests are answered by: `real snac 2.75`, or `contract: x-api-v2.json`. */
  server: string
  /** Why its server cannot be had here; null when it can. Left out: it always can. */
  missing?(): string | null
  open(): Promise<OpenSubject>
  /** Part of the path of the request that makes the post, where the suite's faults strike. */
  publishes: string
  /** A post that it takes, where a plain text is not enough (a channel that must have media, a title). */
  simple?: { text?: string; media?: 'image' | 'video'; options?: Record<string, unknown> }
  /** Why it cannot be asked whether a post arrived, where its channel can for other accounts. */
  mute?: string
  /** Why it stands apart from a fault, in words: `it is a folder, there is no line`. Keys are faults. */
  apart?: Readonly<Record<string, string>>
}

export type OpenSubject = {
  /** The server's own origin, such as `http://127.0.0.1:1234`. */
  origin: string
  /** An account whose requests go to this origin: the server's own, or a proxy in front of it. */
  account(origin: string): Promise<{
    settings: Record<string, unknown>
    secret: string | null
    session?: string
    /** The page or board it publishes to. */
    destination?: string
  }>
  /** How many posts stand there now. */
  standing(): Promise<number>
  close(): Promise<void>
}
