import { appendFileSync, copyFileSync, statSync, truncateSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Makes a video that is followed by so many bytes of nothing, which take no room on the disk; returns its path. */
export const hugeVideo = (folder: string, bytes: number): string => {
  const path = join(folder, 'huge.mp4')
  copyFileSync(resolve(import.meta.dirname, '../fixtures/media/clip.mp4'), path)
  const box = Buffer.alloc(16)
  box.writeUInt32BE(1, 0)
  box.write('free', 4, 'latin1')
  box.writeBigUInt64BE(BigInt(bytes), 8)
  appendFileSync(path, box)
  truncateSync(path, statSync(path).size - box.length + bytes)
  return path
}
