import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hugeVideo } from './huge-video.ts'
import type { Row } from './report.ts'
import { openSink } from './upload-sink.ts'

const GIGABYTE = 1024 ** 3
const MEBIBYTE = 1024 ** 2

/** By how much the memory of a process grows that takes a gigabyte in and uploads it, each way there is. */
export const measureMedia = async (folder: string): Promise<Row[]> => {
  const sink = await openSink()
  try {
    const args = [join(import.meta.dirname, 'media-child.ts'), folder, hugeVideo(folder, GIGABYTE), sink.url]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    return Object.entries(JSON.parse(stdout) as Record<string, number>).map(([what, growth]) => ({
      what: `a file of 1 GB, ${what}`,
      result: `${Math.round(growth / MEBIBYTE)} MiB more memory at most`,
      against: '150 MiB',
      values: { growth },
    }))
  } finally {
    sink.close()
  }
}
