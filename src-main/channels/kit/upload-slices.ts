import type { UploadNotes } from '../channel.ts'

/** A part of a file on its way; `end` is exclusive. */
export type Slice = {
  /** Of the file's own type, read from the disk while it is sent. */
  blob: Blob
  /** 0 for the first one of the file. */
  index: number
  start: number
  end: number
  /** It reaches the end of the file. */
  last: boolean
  /** As `Content-Range` says it: `bytes 0-1048575/7340032`. */
  range: string
  /** For `sendRequest`: what was sent of the whole file is passed on. */
  onProgress(sent: number): void
}

export type SlicedUpload = {
  /** The file, as `openMedia` gives it. */
  blob: Blob
  /** Bytes of a slice; the last one may be smaller. */
  sliceBytes: number
  /** Where what was sent is written down after each slice, and under what name, so that it goes on after a cut. */
  notes: UploadNotes
  name: string
  /** Where the other side says it is; left out: what the notes say, else the beginning. */
  from?: number
  /** Bytes sent, bytes in all. */
  onProgress(sent: number, total: number): void
  /**
   * Sends one slice, by `sendRequest`; returns how many bytes the other side has from now on where it tells so, and
   * throws to end the upload. A slice that it took in part only is sent again from there.
   */
  send(slice: Slice): Promise<number | void>
}

/**
 * Sends a file slice after slice, going on where an earlier try came to. The notes are kept when it is done: a finished
 * upload is then not begun again. What `send` throws comes out as it is.
 */
export const uploadSlices = async (upload: SlicedUpload): Promise<void> => {
  const { blob, sliceBytes, notes, name, onProgress, send } = upload
  const total = blob.size
  let at = upload.from ?? Number((await notes.read(name)) ?? 0)
  if (!Number.isSafeInteger(at) || at < 0 || at > total)
    throw new Error(`No upload of ${total} bytes goes on at ${at}.`)
  onProgress(at, total)
  for (let standstills = 0; at < total;) {
    const [start, end] = [at, Math.min(at + sliceBytes, total)]
    const reached = await send({
      blob: blob.slice(start, end, blob.type),
      index: Math.floor(start / sliceBytes),
      start,
      end,
      last: end === total,
      range: `bytes ${start}-${end - 1}/${total}`,
      onProgress: (sent) => onProgress(start + sent, total),
    })
    at = Math.min(reached ?? end, total)
    standstills = at > start ? 0 : standstills + 1
    // A server that takes nothing would be sent the same for ever.
    if (standstills === MOST_STANDSTILLS) throw new Error(`The upload does not get past byte ${at} of ${total}.`)
    await notes.write(name, String(at))
    onProgress(at, total)
  }
}

const MOST_STANDSTILLS = 3
