import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { hugeVideo } from '../bench/huge-video.ts'
import { openSink } from '../bench/upload-sink.ts'
import { temporaryFolder } from '../channels/channel-world.ts'

/** A test must not take long; `npm run bench` takes a gigabyte. */
const HUGE = 200_000_000
const MOST_GROWTH = 150_000_000

test('a huge file is taken in and uploaded in constant memory', async () => {
  const folder = temporaryFolder()
  const sink = await openSink()
  onTestFinished(sink.close)
  const child = resolve(import.meta.dirname, '../bench/media-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, folder, hugeVideo(folder, HUGE), sink.url])
  const growth = Object.entries(JSON.parse(stdout) as Record<string, number>)
  expect(growth.map(([what]) => what)).toEqual([
    'taken in',
    'taken in over HTTP',
    'uploaded whole',
    'uploaded in a form',
    'uploaded in slices',
  ])
  expect(growth.filter(([, bytes]) => bytes > MOST_GROWTH)).toEqual([])
  expect(sink.received()).toBeGreaterThan(3 * HUGE)
}, 120_000)
