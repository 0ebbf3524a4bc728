import { refuse } from '../../../core/refusal.ts'
import { because } from '../../../core/told.ts'

/** What is to be known of a video: width and height are upright, `seconds` and `frameRate` are measured. */
export type VideoFacts = { mime: string; width: number; height: number; seconds: number; frameRate: number | null }

/** Packets that are looked at for the frame rate. */
const SAMPLE = 120

/**
 * Reads what a video is out of its tables; of its pictures only where the last of each track lies, so that one cut short
 * is refused. Refuses what is damaged, and what holds no moving pictures.
 */
export const probeVideo = async (path: string): Promise<VideoFacts> => {
  const { EncodedPacketSink, FilePathSource, Input, MP4, QTFF, WEBM, UnsupportedInputFormatError } =
    await import('mediabunny')
  const input = new Input({ source: new FilePathSource(path), formats: [MP4, QTFF, WEBM] })
  try {
    const format = await input.getFormat()
    const tracks = await input.getTracks()
    const track = await input.getPrimaryVideoTrack()
    if (!track) return tracks.length > 0 ? noPictures() : damaged('It has no tracks.')
    for (const one of tracks) {
      if (!one.isVideoTrack() && !one.isAudioTrack()) continue
      if (!(await new EncodedPacketSink(one).getPacket(Infinity))) damaged('The last packet of a track is not in it.')
    }
    const seconds = (await track.getDurationFromMetadata()) ?? (await track.computeDuration())
    const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
    if (!(seconds > 0) || !(width > 0) || !(height > 0)) return damaged(`${width} x ${height}, ${seconds} s`)
    const { averagePacketRate } = await track.computePacketStats(SAMPLE)
    return {
      mime: format === MP4 ? 'video/mp4' : format === QTFF ? 'video/quicktime' : 'video/webm',
      width: Math.round(width),
      height: Math.round(height),
      seconds: Math.round(seconds * 1000) / 1000,
      frameRate: averagePacketRate > 0 ? Math.round(averagePacketRate * 100) / 100 : null,
    }
  } catch (error) {
    if (error instanceof UnsupportedInputFormatError) return otherKind()
    throw error
  } finally {
    input.dispose()
  }
}

const damaged = (why: string): never => {
  throw new Error(why)
}

const noPictures = () =>
  refuse('media-unsupported', 'This file holds sound alone.', 'Attach a video, or make one of it with a picture.', {
    field: 'media',
    told: because('sound-alone'),
  })

const otherKind = () =>
  refuse('media-unsupported', 'This is not a kind of video Posthorn can post.', 'Save it as an MP4 and attach that.', {
    field: 'media',
    told: because('video-other-kind'),
  })
