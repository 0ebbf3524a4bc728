import type { MediaChange } from '../../../src-preload/contract/model/media.ts'
import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { DraftMedia } from '../channel.ts'
import { findFfmpeg } from '../kit/media/find-ffmpeg.ts'
import { planVideo, type VideoPlan, type VideoTrouble, videoTroubles } from '../kit/media/plan-video.ts'
import type { NetworkRules, VideoRules } from '../rules/network-rules.ts'
import { formatKind, formatRatio, formatSize } from './format-media.ts'
import { error } from './problem.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'
import { because } from '../../core/told.ts'

/** Kinds of video Posthorn carries. */
export const VIDEOS: readonly string[] = ['video/mp4', 'video/quicktime', 'video/webm']

/** Judges a video by what was measured when it was attached: nothing of it is read. */
export const judgeVideo = async (
  { name, videos }: NetworkRules,
  media: DraftMedia,
  strict: boolean,
): Promise<{ problems: Problem[]; changes: MediaChange[] }> => {
  const troubles = videos ? videoTroubles(videos, media) : []
  if (!videos || troubles.length === 0) return { problems: [], changes: [] }
  const plan = planVideo(videos, media, troubles)
  if (plan && !strict && (await findFfmpeg()) !== null) {
    return { problems: [], changes: videoChanges(name, videos, media, troubles, plan) }
  }
  const next = plan && !strict ? WITH_FFMPEG : plan ? 'Attach one that fits, or let Posthorn fit it.' : ANEW
  const mend = plan && !strict ? 'ffmpeg' : plan ? 'fit' : 'anew'
  const problems = troubles.map((trouble) =>
    error(
      codeOf(trouble),
      `${media.name} ${sayTrouble(trouble, name, videos, media)}.`,
      next,
      'media',
      toldTrouble(trouble, name, videos, media, mend),
    ),
  )
  return { problems, changes: [] }
}

export const WITH_FFMPEG = 'Export it again, or install the program ffmpeg: with it Posthorn makes the video fit.'
const ANEW = 'Export it again so that it fits; Posthorn trims and crops no videos.'

export const codeOf = (trouble: VideoTrouble) =>
  trouble === 'bytes' || trouble === 'side' ? ('media-too-large' as const) : ('media-unsupported' as const)

/** What helps: the program that fits videos, letting Posthorn fit it, another one, or a new export. */
type Mend = 'ffmpeg' | 'fit' | 'strict' | 'anew'

/** What is wrong with a video, and what helps. */
export const toldTrouble = (
  trouble: VideoTrouble,
  network: string,
  limits: VideoRules,
  { name, mime, size, width, height, seconds, frameRate }: DraftMedia,
  mend: Mend,
): Told => {
  const [least, most] =
    trouble === 'seconds'
      ? (limits.seconds ?? [])
      : trouble === 'ratio'
        ? (limits.ratio ?? []).map(formatRatio)
        : [limits.minSide, trouble === 'frames' ? limits.maxFrameRate : limits.maxSide]
  return because('video-unfit', {
    file: name,
    network,
    trouble,
    mend,
    kind: formatKind(mime),
    fileSize: size,
    limitSize: trouble === 'few-bytes' ? (limits.minBytes ?? 0) : limits.maxBytes,
    least: least ?? '',
    most: most ?? '',
    value: (trouble === 'seconds' ? seconds : trouble === 'frames' ? frameRate : `${width} × ${height}`) ?? '',
  })
}

/** What is wrong with a video, after its name. */
export const sayTrouble = (
  trouble: VideoTrouble,
  network: string,
  limits: VideoRules,
  { mime, size, width, height, seconds, frameRate }: DraftMedia,
): string => {
  const shape = `is ${width} x ${height}; ${network} takes videos`
  const said: Record<VideoTrouble, () => string> = {
    kind: () =>
      `is a video of the kind ${formatKind(mime)}; ${network} takes ${limits.mimes.map(formatKind).join(', ')}`,
    bytes: () => `is ${formatSize(size)}; ${network} takes videos of at most ${formatSize(limits.maxBytes)}`,
    side: () => `${shape} of at most ${limits.maxSide} pixels a side`,
    frames: () => `has ${frameRate} frames a second; ${network} takes at most ${limits.maxFrameRate}`,
    seconds: () => `runs ${seconds} seconds; ${network} takes videos of ${limits.seconds?.join(' to ')} seconds`,
    ratio: () => `${shape} ${limits.ratio?.map(formatRatio).join(' to ')} times as wide as high`,
    small: () => `${shape} of at least ${limits.minSide} pixels a side`,
    'few-bytes': () =>
      `is ${formatSize(size)}; ${network} takes videos of at least ${formatSize(limits.minBytes ?? 0)}`,
  }
  return said[trouble]()
}

const videoChanges = (
  network: string,
  limits: VideoRules,
  media: DraftMedia,
  troubles: readonly VideoTrouble[],
  { side, frameRate }: VideoPlan,
): MediaChange[] => {
  const { id, mime, size, width, height } = media
  const changes: MediaChange[] = []
  const say = (what: MediaChange['what'], message: string, about: Told) =>
    changes.push({ mediaId: id, what, message, told: about })
  const bytes = `${network} takes at most ${formatSize(limits.maxBytes)}`
  const toldMade = (before: string, after: string, kinds: string) =>
    because('change-converted', { before, after, network, why: 'kind', kinds, limitSize: limits.maxBytes })
  if (troubles.includes('kind')) {
    const taken = limits.mimes.map(formatKind).join(', ')
    say(
      'converted',
      `${formatKind(mime)} becomes MP4, since ${network} takes ${taken}.`,
      toldMade(formatKind(mime), 'MP4', taken),
    )
  }
  if (side !== null && width && height) {
    const why = troubles.includes('side') ? `${network} takes at most ${limits.maxSide} pixels` : bytes
    const after = scaled(width, height, side)
    const about = because('change-resized', {
      before: `${width} x ${height}`,
      after,
      network,
      why: troubles.includes('side') ? 'side' : 'bytes',
      most: limits.maxSide ?? '',
      limitSize: limits.maxBytes,
    })
    say('resized', `${width} x ${height} becomes ${after}, since ${why}.`, about)
  }
  if (frameRate !== null) {
    const about = because('change-frames', { before: media.frameRate ?? '', after: frameRate, network })
    say(
      'recompressed',
      `${media.frameRate} frames a second become ${frameRate}, since ${network} takes no more.`,
      about,
    )
  }
  if (troubles.includes('bytes')) {
    const about = because('change-smaller-video', { beforeSize: size, network, limitSize: limits.maxBytes })
    say('recompressed', `${formatSize(size)} become at most ${formatSize(limits.maxBytes)}, since ${bytes}.`, about)
  }
  return changes
}

const scaled = (width: number, height: number, side: number): string => {
  const shrink = side / Math.max(width, height)
  const even = (pixels: number) => Math.round((pixels * shrink) / 2) * 2
  return `${even(width)} x ${even(height)}`
}
