import { openAsBlob } from 'node:fs'
import { openHttp } from '../../src-main/api/open-http.ts'
import { probeMedia } from '../../src-main/channels/kit/probe-media.ts'
import { sendRequest } from '../../src-main/channels/kit/send-request.ts'
import { uploadSlices } from '../../src-main/channels/kit/upload-slices.ts'
import { createRemoteCaller } from '../../src-main/shell/node/caller/remote-caller.ts'
import { openFile } from '../../src-main/shell/open-file.ts'
import { systemClock } from '../../src-main/shell/system-clock.ts'
import { openMediaFiles } from '../../src-main/store/media-files.ts'

/*
 * Takes a file in, from the disk and over HTTP, and uploads it to a sink, whole and in slices; prints as JSON by how many
 * bytes the memory of this process was larger at most than before, for each. Arguments: folder, file, address of the sink.
 */

const [folder = '', path = '', sink = ''] = process.argv.slice(2)
const files = openMediaFiles(folder)
const signal = new AbortController().signal
const silent = { info: () => {}, warn: () => {}, error: () => {} }

const growth: Record<string, number> = {}
const measure = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  const before = process.memoryUsage.rss()
  let most = before
  const sampling = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10)
  await work()
  clearInterval(sampling)
  growth[name] = Math.max(most, process.memoryUsage.rss()) - before
}

await measure('taken in', async () => files.add(await openFile(path), probeMedia))

const door = await openHttp(
  {
    desk: {
      gate: () => Promise.reject(new Error('nobody asks')),
      subscribe: () => () => {},
      locateMedia: () => Promise.resolve(null),
      interfaceFolder: null,
      takeFile: async (file) => {
        const { hash, size, found } = await files.add(file, probeMedia)
        return {
          ok: true,
          value: { id: 'med_0000000000', name: file.name, hash, size, ...found, edited: null, createdAt: '' },
        }
      },
    },
    keys: null,
    version: '0',
    clock: systemClock,
    log: silent,
  },
  0,
)
await measure('taken in over HTTP', async () => createRemoteCaller(door).takeFile(await openFile(path)))
await door.close()

const blob = await openAsBlob(path, { type: 'video/mp4' })
let told = 0
await measure('uploaded whole', () =>
  sendRequest(new URL(sink), { method: 'PUT', body: blob, onProgress: (sent) => (told = sent), signal }),
)
if (told !== blob.size) throw new Error(`told of ${told} bytes of ${blob.size}`)

await measure('uploaded in a form', () => {
  const form = new FormData()
  form.append('file', blob, 'a.mp4')
  return sendRequest(new URL(sink), { method: 'POST', form, signal })
})

const notes = new Map<string, string>()
await measure('uploaded in slices', () =>
  uploadSlices({
    blob,
    sliceBytes: 64 * 1024 * 1024,
    notes: {
      read: (name) => Promise.resolve(notes.get(name) ?? null),
      write: (name, value) => Promise.resolve(void notes.set(name, value)),
    },
    name: 'a',
    onProgress: () => {},
    send: async (slice) => {
      const headers = { 'content-range': slice.range }
      await sendRequest(new URL(sink), {
        method: 'PUT',
        body: slice.blob,
        headers,
        onProgress: slice.onProgress,
        signal,
      })
    },
  }),
)
console.log(JSON.stringify(growth))
