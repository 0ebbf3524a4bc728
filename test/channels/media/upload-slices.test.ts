import { once } from 'node:events'
import { openAsBlob, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sendRequest } from '../../../src-main/channels/kit/send-request.ts'
import { type Slice, uploadSlices } from '../../../src-main/channels/kit/upload-slices.ts'
import { temporaryFolder, uploadNotes } from '../channel-world.ts'

const CONTENT = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251))
const file = (): Promise<Blob> => {
  const path = join(temporaryFolder(), 'a.mp4')
  writeFileSync(path, CONTENT)
  return openAsBlob(path, { type: 'video/mp4' })
}
const upload = async (
  send: (slice: Slice) => Promise<number | void>,
  about: { kept?: Map<string, string>; from?: number } = {},
) => {
  const told: [number, number][] = []
  const kept = about.kept ?? new Map<string, string>()
  await uploadSlices({
    blob: await file(),
    sliceBytes: 300,
    notes: uploadNotes(kept),
    name: 'a',
    ...(about.from !== undefined && { from: about.from }),
    onProgress: (sent, total) => void told.push([sent, total]),
    send,
  })
  return { told, kept }
}

test('every byte of a file is sent once, in slices that say where they belong', async () => {
  const slices: Slice[] = []
  const parts: Buffer[] = []
  const { told, kept } = await upload(async (slice) => {
    slices.push(slice)
    parts.push(Buffer.from(await slice.blob.arrayBuffer()))
    slice.onProgress(slice.blob.size)
  })
  expect(Buffer.concat(parts).equals(CONTENT)).toBe(true)
  expect(slices.map(({ index, range, last }) => [index, range, last])).toEqual([
    [0, 'bytes 0-299/1000', false],
    [1, 'bytes 300-599/1000', false],
    [2, 'bytes 600-899/1000', false],
    [3, 'bytes 900-999/1000', true],
  ])
  expect(slices.every(({ blob }) => blob.type === 'video/mp4')).toBe(true)
  expect(told.at(0)).toEqual([0, 1000])
  expect(told.at(-1)).toEqual([1000, 1000])
  expect([...kept]).toEqual([['a', '1000']])
})

test('after a cut it goes on where it came to, and what is done is not begun again', async () => {
  const kept = new Map<string, string>()
  const starts: number[] = []
  const cut = upload(
    async ({ start }) => {
      starts.push(start)
      if (start === 600) throw new Error('cut')
      return Promise.resolve()
    },
    { kept },
  )
  await expect(cut).rejects.toThrow('cut')
  expect([...kept]).toEqual([['a', '600']])
  const go = (slice: Slice) => Promise.resolve(void starts.push(slice.start))
  await upload(go, { kept })
  await upload(go, { kept })
  expect(starts).toEqual([0, 300, 600, 600, 900])
})

test('where the other side says how far it is, that counts', async () => {
  const starts: number[] = []
  const took = [250, 400, 700, 1000]
  const send = ({ start }: Slice) => {
    starts.push(start)
    return Promise.resolve(took[starts.length - 1])
  }
  await upload(send, { from: 100 })
  expect(starts).toEqual([100, 250, 400, 700])
})

test('gives up on a side that takes nothing, and on a place that is not in the file', async () => {
  await expect(upload(({ start }) => Promise.resolve(start))).rejects.toThrow('does not get past byte 0')
  await expect(upload(() => Promise.resolve(), { from: 1001 })).rejects.toThrow('goes on at 1001')
})

test('a body goes as it is, with its type and length, and tells how far it is', async () => {
  const seen: { headers: IncomingHttpHeaders; body: Buffer }[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      seen.push({ headers: request.headers, body: Buffer.concat(pieces) })
      response.end('{"ok":true}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const told: number[] = []
  const answer = await sendRequest(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), {
    method: 'PUT',
    headers: { 'content-range': 'bytes 10-19/1000' },
    body: (await file()).slice(10, 20, 'video/mp4'),
    onProgress: (sent) => void told.push(sent),
    signal: new AbortController().signal,
  })
  expect(answer).toMatchObject({ status: 200, body: { ok: true } })
  expect(seen[0]?.headers).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': '10',
    'content-range': 'bytes 10-19/1000',
  })
  expect(seen[0]?.body.equals(CONTENT.subarray(10, 20))).toBe(true)
  expect(told.at(-1)).toBe(10)
})
