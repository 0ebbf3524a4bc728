import type { z } from 'zod'
import type { Clock } from '../../core/ports.ts'
import type { Millis } from '../../core/records.ts'
import type { OpenFile } from '../check/open-media.ts'
import { type Answer, RequestFailed, sendRequest } from '../kit/send-request.ts'
import { isPassing } from './graph-error.ts'

/** The version of the Graph API that every request names, for Facebook and Instagram; one lives for two years or so. */
export const GRAPH_VERSION = 'v26.0'
/** That of Threads, which has a Graph API of its own. */
export const THREADS_VERSION = 'v1.0'

/** What an edge is told, by the maker's names; what is undefined is left out. */
export type Parameters = Readonly<Record<string, string | number | boolean | object | undefined>>

export type Call = {
  /** It makes or changes a post. */
  writes?: true
  /** Files by the names under which they are sent. */
  files?: ReadonlyMap<string, OpenFile>
  onProgress?: (sent: number) => void
}

/** The Graph API as one token speaks to it. Throws `RequestFailed` for whatever is not the result that was asked for. */
export type Graph = {
  readonly token: string
  /** By how much the clock there was ahead of this computer's when it last answered; 0 before it did. */
  ahead(): Millis
  ask<T>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    result: z.ZodType<T>,
    parameters?: Parameters,
    call?: Call,
  ): Promise<T>
}

/** No request but an upload may take longer, in milliseconds. */
const DEADLINE = 60_000

/** `base`: address and version, such as `https://graph.facebook.com/v26.0`. */
export const openGraph = (base: string, token: string, signal: AbortSignal, clock: Clock): Graph => {
  let ahead = 0
  return {
    token,
    ahead: () => ahead,
    ask: async (method, path, result, parameters = {}, { writes, files, onProgress } = {}) => {
      const url = new URL(`${base.replace(/\/+$/, '')}/${path}`)
      const told = { ...parameters, access_token: token }
      if (method !== 'POST') for (const [name, value] of written(told)) url.searchParams.set(name, value)
      const answer = await sendRequest(url, {
        method,
        ...(method === 'POST' && { form: formOf(told, files) }),
        ...(writes && { writes }),
        ...(onProgress && { onProgress }),
        signal: files ? signal : AbortSignal.any([signal, AbortSignal.timeout(DEADLINE)]),
      })
      const theirs = Date.parse(answer.headers.get('date') ?? '')
      if (!Number.isNaN(theirs)) ahead = theirs - clock.now()
      const read = isSuccess(answer) ? result.safeParse(answer.body) : null
      if (read?.success) return read.data
      // Trouble that goes by, says Meta: what it was to make may stand all the same.
      if (writes && isPassing(answer)) throw new RequestFailed(null, true, new Error(`${answer.status} ${answer.text}`))
      throw new RequestFailed(answer, writes ?? false)
    },
  }
}

const isSuccess = ({ status }: Answer) => status >= 200 && status < 300

/** All that is no text is written as JSON. */
const written = (parameters: Parameters): [name: string, value: string][] =>
  Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
  )

const formOf = (parameters: Parameters, files: Call['files']): FormData => {
  const form = new FormData()
  for (const [name, value] of written(parameters)) form.append(name, value)
  for (const [name, { blob, name: file }] of files ?? []) form.append(name, blob, file)
  return form
}
