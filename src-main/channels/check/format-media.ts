/** A size in bytes as people read it. */
export const formatSize = (bytes: number): string =>
  bytes >= 1_000_000_000
    ? `${Math.round(bytes / 10_000_000) / 100} GB`
    : bytes >= 1_000_000
      ? `${Math.round(bytes / 10_000) / 100} MB`
      : `${Math.round(bytes / 100) / 10} kB`

/** `JPEG`, `MP4`, `MOV`. */
export const formatKind = (mime: string): string =>
  mime === 'video/quicktime' ? 'MOV' : mime.replace(/^\w+\//, '').toUpperCase()

export const formatRatio = (ratio: number): string => String(Math.round(ratio * 100) / 100)
