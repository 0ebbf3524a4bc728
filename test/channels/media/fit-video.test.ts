import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { DraftMedia } from '../../../src-main/channels/channel.ts'
import { judgeMedia } from '../../../src-main/channels/check/check-media.ts'
import { openMedia } from '../../../src-main/channels/check/open-media.ts'
import { probeMedia } from '../../../src-main/channels/kit/probe-media.ts'
import { MP4, type NetworkRules, type VideoRules } from '../../../src-main/channels/rules/network-rules.ts'
import { X } from '../../../src-main/channels/rules/x.ts'
import { Refusal } from '../../../src-main/core/refusal.ts'
import { draftOf, mediaOf } from '../channel-world.ts'

/** The ffmpeg of this machine; null where it has none. */
const ffmpeg = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/opt/homebrew/bin']
  .map((folder) => join(folder, 'ffmpeg'))
  .find((path) => existsSync(path))

const rulesOf = (videos: Partial<VideoRules>): NetworkRules => ({
  ...X,
  name: 'Here',
  altless: true,
  videos: { mimes: [MP4], maxBytes: 10_000_000, ...videos },
})
const clip = (name: string): Promise<DraftMedia> =>
  mediaOf(readFileSync(resolve(import.meta.dirname, '../../fixtures/media', name)), name)
const judge = (videos: Partial<VideoRules>, media: DraftMedia, strict = false) =>
  judgeMedia(rulesOf(videos), draftOf({ media: [media], strict }), false)
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.failure : String(error)),
  )

test.each<[string, Partial<VideoRules>, RegExp]>([
  ['its length', { seconds: [3, 10] }, /runs 1 seconds; Here takes videos of 3 to 10 seconds/],
  ['its shape', { ratio: [0.5, 1] }, /is 64 x 36; Here takes videos 0\.5 to 1 times as wide as high/],
  ['too few pixels', { minSide: 100 }, /at least 100 pixels a side/],
  ['too few bytes', { minBytes: 75_000 }, /at least 75 kB/],
  ['too many bytes', { maxBytes: 2000 }, /is 4\.2 kB; Here takes videos of at most 2 kB/],
  ['too many pixels', { maxSide: 50 }, /at most 50 pixels a side/],
  ['too many frames', { maxFrameRate: 5 }, /10 frames a second; Here takes at most 5/],
])('without ffmpeg a video is refused for %s', async (_, limits, message) => {
  const { problems, changes } = await judge(limits, await clip('clip.mp4'))
  expect(problems).toMatchObject([{ severity: 'error', field: 'media', message }])
  expect(changes).toEqual([])
})

test('says that ffmpeg would mend what it would mend', async () => {
  const media = await clip('clip.webm')
  const { problems } = await judge({}, media)
  expect(problems).toMatchObject([{ code: 'media-unsupported', next: /ffmpeg/ }])
  expect(await failureOf(openMedia(media, rulesOf({}), false))).toMatchObject({ code: 'media-unsupported' })
  expect((await judge({ seconds: [3, 10] }, media)).problems.map(({ next }) => /ffmpeg/.test(next))).toEqual([
    false,
    false,
  ])
})

test('a video within the limits is opened as it is', async () => {
  const media = await clip('clip.mp4')
  expect(await judge({ seconds: [0.5, 2], maxSide: 64, minSide: 36, maxFrameRate: 10 }, media)).toEqual({
    problems: [],
    changes: [],
  })
  const { blob, name } = await openMedia(media, rulesOf({}), true)
  expect([name, blob.type, blob.size]).toEqual(['clip.mp4', MP4, media.size])
})

describe.skipIf(ffmpeg === undefined)('with ffmpeg (skipped where this machine has none)', () => {
  let large = ''
  beforeAll(() => {
    vi.stubEnv('POSTHORN_FFMPEG', ffmpeg)
    large = join(mkdtempSync(join(tmpdir(), 'posthorn-test-')), 'large.mov')
    const made = [
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=640x360:rate=30:duration=3',
      '-f',
      'lavfi',
      '-i',
      'sine=duration=3',
    ]
    const coded = ['-c:v', 'mpeg4', '-q:v', '2', '-c:a', 'aac', '-metadata', 'location=+52.5+013.4/']
    execFileSync(ffmpeg ?? '', ['-v', 'error', ...made, ...coded, large])
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(dirname(large), { recursive: true, force: true })
  })
  const largeClip = () => mediaOf(readFileSync(large), 'large.mov')

  test('tells beforehand what becomes of a video, and makes that of it, once', async () => {
    const media = await largeClip()
    const limits = { maxSide: 320, maxFrameRate: 15, maxBytes: 150_000 }
    expect(media.size).toBeGreaterThan(limits.maxBytes)
    const { problems, changes } = await judge(limits, media)
    expect(problems).toEqual([])
    expect(changes.map(({ what, message }) => `${what}: ${message}`)).toEqual([
      'converted: MOV becomes MP4, since Here takes MP4.',
      'resized: 640 x 360 becomes 320 x 180, since Here takes at most 320 pixels.',
      'recompressed: 30 frames a second become 15, since Here takes no more.',
      expect.stringMatching(/^recompressed: .* become at most 150 kB, since Here takes at most 150 kB\.$/),
    ])
    const shares: number[] = []
    const fitting = { onProgress: (share: number) => void shares.push(share) }
    const { blob, name } = await openMedia(media, rulesOf(limits), false, fitting)
    expect([name, blob.type]).toEqual(['large.mp4', MP4])
    expect(blob.size).toBeLessThanOrEqual(limits.maxBytes)
    expect(shares.at(-1)).toBeGreaterThan(0.9)
    const [made = ''] = readdirSync(join(dirname(media.path), 'fitted'))
    const path = join(dirname(media.path), 'fitted', made)
    const about = await probeMedia(path)
    expect(about).toMatchObject({ mime: MP4, width: 320, height: 180, frameRate: 15 })
    expect(Math.abs((about.seconds ?? 0) - 3)).toBeLessThan(0.2)
    expect(readFileSync(path).includes('+52.5')).toBe(false)
    shares.length = 0
    await Promise.all([1, 2].map(() => openMedia(media, rulesOf(limits), false, fitting)))
    expect([shares, readdirSync(dirname(path))]).toEqual([[], [made]])
  })

  test('a strict post changes no video, and what is too long for its bytes is refused', async () => {
    const media = await largeClip()
    expect((await judge({ maxSide: 320 }, media, true)).problems).toHaveLength(2)
    expect(await failureOf(openMedia(media, rulesOf({ maxSide: 320 }), true))).toMatchObject({ field: 'media' })
    expect((await judge({ maxBytes: 20_000 }, media)).problems[1]).toMatchObject({
      code: 'media-too-large',
      next: 'Export it again so that it fits; Posthorn trims and crops no videos.',
    })
  })

  test('is ended by the signal, and then nothing is left', async () => {
    const media = await largeClip()
    const ended = openMedia(media, rulesOf({ maxSide: 200 }), false, { signal: AbortSignal.abort(new Error('enough')) })
    await expect(ended).rejects.toThrow('enough')
    expect(readdirSync(join(dirname(media.path), 'fitted'))).toEqual([])
  })
})
