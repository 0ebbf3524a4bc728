/*
 * LinkedIn's notation for texts, `little` (learn.microsoft.com, little-text-format): signs that it reserves are escaped,
 * or the text ends at the first of them; tags and mentions have forms of their own.
 */

const RESERVED = /[|{}@[\]()<>#\\*_~]/g
/** In a text as people write it, a mention stands as the notation has it: only with its URN is it one. */
const MENTION = /@\[([^\]\n]+)\]\((urn:li:(?:person|organization):[\w-]+)\)/
const TAG = /(?<![\p{L}\p{N}_#/&])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/u
const ADDRESS = /https?:\/\/[^\s<>"]+/
const ELEMENTS = new RegExp(`(${MENTION.source})|(${ADDRESS.source})|(${TAG.source})`, 'gu')

const escaped = (text: string): string => text.replace(RESERVED, '\\$&')

/** A text as it is sent. What looks like a tag in an address is none. */
export const toLittle = (text: string): string => {
  let little = ''
  let done = 0
  for (const found of text.toWellFormed().matchAll(ELEMENTS)) {
    const [whole, mention, name = '', urn = '', , tagged, tag = ''] = found
    little += escaped(text.slice(done, found.index))
    if (mention !== undefined) little += `@[${escaped(name)}](${urn})`
    else little += tagged === undefined ? escaped(whole) : `{hashtag|\\#|${escaped(tag)}}`
    done = found.index + whole.length
  }
  return little + escaped(text.slice(done).toWellFormed())
}

/** The text as people wrote it. */
export const fromLittle = (little: string): string =>
  little.replace(/\{hashtag\|\\?([#\uff03])\|((?:\\.|[^\\|}])*)\}/g, '$1$2').replace(/\\([|{}@[\]()<>#\\*_~])/g, '$1')
