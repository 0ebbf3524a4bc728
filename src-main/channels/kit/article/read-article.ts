/** What stands in an article: its words, paragraphs apart by a blank line, and its pictures. */
export type ReadArticle = { text: string; pictures: { url: string; alt: string }[] }

const BLOCKS = new Set(['p', 'div', 'figure', 'blockquote', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const WORDLESS = new Set(['script', 'style', 'figcaption', 'template'])

/** Reads the HTML of an article as people see it. */
export const readArticle = async (html: string): Promise<ReadArticle> => {
  const { Parser } = await import('htmlparser2')
  const pictures: ReadArticle['pictures'] = []
  let text = ''
  let hidden = 0
  const breakOff = () => {
    if (text !== '') text = `${text.trimEnd()}\n\n`
  }
  const parser = new Parser({
    onopentag: (name, { src = '', alt = '' }) => {
      if (WORDLESS.has(name)) hidden += 1
      if (name === 'img' && src !== '') pictures.push({ url: src, alt })
      if (name === 'br') text += '\n'
      if (name === 'li' && !/(^|\n)$/.test(text)) text += '\n'
      if (BLOCKS.has(name)) breakOff()
    },
    ontext: (words) => {
      // Between blocks stands only what keeps the source readable; a line is broken by `br` alone.
      if (hidden === 0 && !(words.trim() === '' && /(^|\n)$/.test(text))) text += words.replace(/\s*\n\s*/g, ' ')
    },
    onclosetag: (name) => {
      if (WORDLESS.has(name)) hidden -= 1
      if (BLOCKS.has(name)) breakOff()
    },
  })
  parser.end(html)
  return { text: text.trim(), pictures }
}

/** An article as one text: its title first, unless the text begins with it. */
export const withTitle = (title: string, text: string): string =>
  text === '' || text.startsWith(title) ? text || title : `${title}\n\n${text}`
