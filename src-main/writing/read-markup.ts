import { type Handler, Parser } from 'htmlparser2'

/** What opens more elements inside each other was not written to be read, and takes quadratic time. */
const MAX_DEPTH = 1000
/** Looked at between pieces of so many UTF-16 units. */
const PIECE = 8192

/** Where the first element must stand. */
const START = 65_536

type Ears = Required<Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'>>

/** Goes through markup, however broken, in time that grows with its length; what is nested beyond reason is left. */
export const readMarkup = (html: string, { onopentag, ontext, onclosetag }: Ears): void => {
  let depth = 0
  const parser = new Parser({
    onopentag: (...opened) => {
      depth += 1
      onopentag(...opened)
    },
    ontext,
    onclosetag: (...closed) => {
      depth -= 1
      onclosetag(...closed)
    },
  })
  const reasonable = () => depth < MAX_DEPTH
  for (let at = 0; at < html.length && reasonable(); at += PIECE) parser.write(html.slice(at, at + PIECE))
  parser.end()
}

/** The name of the first element in lower case, past declarations and comments; empty when there is none near. */
export const rootOf = (markup: string): string => {
  let root = ''
  const parser = new Parser(
    {
      onopentagname: (name) => {
        root ||= name.toLowerCase()
      },
    },
    { xmlMode: true },
  )
  const found = () => root !== ''
  for (let at = 0; at < START && !found(); at += PIECE) parser.write(markup.slice(at, at + PIECE))
  return root
}
