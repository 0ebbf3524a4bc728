/** In characters: longer than any network takes. */
const LONGEST = 20_000

/**
 * The text of a post that another program offers by `posthorn://compose?text=&url=`; null for any other address. A link
 * only fills a page in: nothing is ever sent by one.
 */
export const readComposeLink = (address: string): string | null => {
  if (!URL.canParse(address)) return null
  const { protocol, host, pathname, searchParams } = new URL(address)
  if (protocol !== 'posthorn:' || (host || pathname.replaceAll('/', '')) !== 'compose') return null
  const text = plain(searchParams.get('text') ?? '')
  const url = webAddress(searchParams.get('url') ?? '')
  return [text, url]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, LONGEST)
}

/** Without what cannot be seen and could hide something; lines stay. */
const plain = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim()

const webAddress = (url: string): string => (/^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : '')
