/** Whether bytes are something else than text: pictures, archives, programs. */
export const isBinary = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 4096)
  return !hasWideMark(start) && start.includes(0)
}

/**
 * Bytes as text. The charset is what the bytes begin with, what the server says, what the text says, else UTF-8, or
 * Windows-1252 where it cannot be that.
 */
export const decodeText = (bytes: Uint8Array, mime: string): string => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const charset = hasWideMark(bytes)
    ? bytes[0] === 0xfe
      ? 'utf-16be'
      : 'utf-16le'
    : (/charset=["']?([\w-]+)/i.exec(mime)?.[1] ??
      /^\s*<\?xml[^>]+encoding=["']([\w-]+)/i.exec(start)?.[1] ??
      /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1] ??
      null)
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: charset === null }).decode(bytes)
  } catch {
    return new TextDecoder(charset === null ? 'windows-1252' : 'utf-8').decode(bytes)
  }
}

/** The byte order mark of UTF-16. */
const hasWideMark = ([first, second]: Uint8Array): boolean =>
  (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)
