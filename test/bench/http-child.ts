/*
 * Serves a data folder's HTTP API in a process of its own, without looking at its queue: node http-child.ts <folder>.
 * Prints its address and a key as JSON, and ends with its input.
 */
import { once } from 'node:events'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import { HTTP_LIMITS } from '../../src-main/api/limits.ts'
import { openHttp } from '../../src-main/api/open-http.ts'
import { openPosthorn } from '../../src-main/shell/compose.ts'
import { systemClock } from '../../src-main/shell/system-clock.ts'

const posthorn = await openPosthorn({
  home: process.argv[2] ?? '',
  kind: 'serve',
  version: '0.0.0',
  keychain: null,
  notifier: { notify: () => {} },
  network: { isOnline: () => true },
})
// What is measured is the work, not the limits that protect a desk from a program gone wild.
const limits = { ...HTTP_LIMITS, requestsPerMinute: Infinity, writesPerMinute: Infinity }
const { keys, log, version, app } = posthorn
const door = await openHttp({ desk: null, keys, log, version, clock: systemClock, limits }, 0)
const made = (await app.gate('keys.create', { name: 'bench' })) as Reply<Output<'keys.create'>>
process.stdout.write(`${JSON.stringify({ url: door.url, key: made.ok ? made.value.key : '' })}\n`)
process.stdin.resume()
await once(process.stdin, 'end')
await door.close()
await posthorn.close()
