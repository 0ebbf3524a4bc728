import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { VideoPlan } from './plan-video.ts'

export type FittingVideo = {
  ffmpeg: string
  path: string
  hash: string
  seconds: number | null
  plan: VideoPlan
  signal: AbortSignal
  /** How much of it is done, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined
}

/** Those under way, by the file they make: the same one is made once. */
const making = new Map<string, Promise<void>>()

/**
 * Encodes a video anew as H.264 and AAC in MP4, never trimmed, without what it tells of place and camera; returns the
 * path. The file stays in `fitted` beside the original, so that the same one is made once. Throws with what ffmpeg said;
 * on that, and when the signal ends it, nothing is left.
 */
export const fitVideo = async (asked: FittingVideo): Promise<string> => {
  const folder = join(dirname(asked.path), 'fitted')
  const of = createHash('sha256')
    .update(JSON.stringify([asked.hash, asked.plan]))
    .digest('hex')
  const made = join(folder, `${of.slice(0, 40)}.mp4`)
  const isThere = await stat(made).then(
    ({ size }) => size > 0,
    () => false,
  )
  if (isThere) return made
  const underway = making.get(made)
  if (underway) await underway
  else {
    const work = encode(asked, folder, made).finally(() => making.delete(made))
    making.set(made, work)
    await work
  }
  return made
}

const encode = async (asked: FittingVideo, folder: string, made: string): Promise<void> => {
  const partial = `${made}.part`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await run(asked, partial)
    await rename(partial, made)
  } finally {
    await rm(partial, { force: true }).catch(() => {})
  }
}

const run = ({ ffmpeg, path, seconds, plan, signal, onProgress }: FittingVideo, into: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const input = ['-protocol_whitelist', 'file', '-i', `file:${path}`]
    const quiet = ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-progress', 'pipe:1']
    const child = spawn(ffmpeg, [...quiet, ...input, ...encoding(plan), '-f', 'mp4', `file:${into}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      signal,
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const done = /^out_time_us=(\d+)$/.exec(line)?.[1]
      if (done !== undefined && seconds) onProgress?.(Math.min(1, Number(done) / 1_000_000 / seconds))
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code ?? 'a signal'}: ${said.trim()}`)),
    )
  })

const KEPT = ['-map', '0:v:0', '-map', '0:a:0?', '-map_metadata', '-1', '-map_chapters', '-1']
const PICTURES = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-pix_fmt', 'yuv420p']
const SOUND = ['-c:a', 'aac', '-ac', '2', '-movflags', '+faststart']

const encoding = ({ side, frameRate, rate }: VideoPlan): string[] => [
  ...KEPT,
  ...PICTURES,
  ...(rate ? ['-maxrate', String(rate.pictures), '-bufsize', String(rate.pictures)] : []),
  '-vf',
  [
    ...(frameRate === null ? [] : [`fps=${frameRate}`]),
    // Sides of H.264 are even.
    side === null
      ? 'scale=trunc(iw/2)*2:trunc(ih/2)*2'
      : `scale='if(gte(iw,ih),${even(side)},-2)':'if(gte(iw,ih),-2,${even(side)})'`,
    'setsar=1',
  ].join(','),
  ...SOUND,
  '-b:a',
  String(rate?.sound ?? 128_000),
]

const even = (side: number) => Math.floor(side / 2) * 2
