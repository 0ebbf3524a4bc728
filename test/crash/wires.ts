/** A request that writes, at the start of a piece of what goes out; `length` in bytes, null: until `ends`. */
export type Sight = { kind: 'upload' | 'post'; length: number | null }

/** How a protocol is read from outside, as far as is needed to cut it. */
export type Wire = {
  /** Watches one connection: says whether a piece of it begins a request that writes. */
  watch: () => (piece: Buffer) => Sight | null
  /** Whether a piece is the last of a request without a length. */
  ends(piece: Buffer): boolean
  /** Whether this is the whole answer to such a request. */
  isWhole(answer: Buffer): boolean
  /** What is made of the first piece of a connection's answers on its way. */
  amend?(piece: Buffer): Buffer
}

/**
 * HTTP: by the first lines of requests. `dated`: answers are told the time, as the web server does that such a server
 * stands behind; the clock of the runs goes fast, and a post is looked for by the time of its server.
 */
export const http = ({ posts, uploads, dated }: { posts?: RegExp; uploads?: RegExp; dated?: true }): Wire => ({
  ...(dated && {
    amend: (piece) =>
      Buffer.from(piece.toString('latin1').replace('\r\n', `\r\nDate: ${new Date().toUTCString()}\r\n`), 'latin1'),
  }),
  watch: () => (piece) => {
    const head = piece.toString('latin1')
    const kind = uploads?.test(head) ? 'upload' : posts?.test(head) ? 'post' : null
    return kind && { kind, length: lengthOf(head) }
  },
  ends: (piece) => piece.subarray(-5).toString('latin1') === '0\r\n\r\n',
  isWhole: (answer) => {
    const head = answer.toString('latin1')
    const length = lengthOf(head)
    if (length !== null) return answer.length >= length
    return head.endsWith('0\r\n\r\n') || (head.includes('\r\n\r\n') && !/^transfer-encoding:/im.test(head))
  },
})

/** Of a request or an answer with its head; null where the head does not tell. */
const lengthOf = (head: string): number | null => {
  const told = /^content-length: *(\d+)/im.exec(head)?.[1]
  return told === undefined ? null : head.indexOf('\r\n\r\n') + 4 + Number(told)
}

/** A relay of Nostr: web socket frames, of which `EVENT` writes. */
export const nostr: Wire = {
  watch: () => (piece) => {
    for (let at = 0; at < piece.length;) {
      const frame = frameAt(piece, at)
      if (!frame) return null
      if (frame.begins === '["EVENT"') return { kind: 'post', length: frame.end }
      at = frame.end
    }
    return null
  },
  ends: () => true,
  isWhole: () => true,
}

const TEXT = 0x81
/** A text frame as a client sends it, masked; null: none begins here. */
const frameAt = (piece: Buffer, at: number): { begins: string; end: number } | null => {
  if (piece.length < at + 6 || piece[at] !== TEXT) return null
  const short = piece.readUInt8(at + 1) & 0x7f
  const size =
    short === 127 ? Number(piece.readBigUInt64BE(at + 2)) : short === 126 ? piece.readUInt16BE(at + 2) : short
  const maskAt = at + (short === 127 ? 10 : short === 126 ? 4 : 2)
  const mask = piece.subarray(maskAt, maskAt + 4)
  const masked = piece.subarray(maskAt + 4, maskAt + 12)
  const begins = Buffer.from(masked.map((byte, index) => byte ^ (mask[index % 4] ?? 0)))
  return { begins: begins.toString('latin1'), end: maskAt + 4 + size }
}

/** SMTP: the message, which follows the command `DATA`. */
export const smtp: Wire = {
  watch: () => {
    let isNext = false
    return (piece) => {
      const isMessage = isNext
      isNext = piece.toString('latin1') === 'DATA\r\n'
      return isMessage ? { kind: 'post', length: null } : null
    }
  },
  ends: (piece) => piece.subarray(-3).toString('latin1') === '.\r\n',
  isWhole: () => true,
}
