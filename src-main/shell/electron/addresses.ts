/** Where the interface lives: one origin, ours alone. */
export const ORIGIN = 'app://posthorn'

/** Whether a page may speak to the main process: our own interface and nothing else. */
export const isOurs = (url: string): boolean => url === ORIGIN || url.startsWith(`${ORIGIN}/`)

/** The address to hand to the browser, or null for what is no plain web link. */
export const webLink = (url: string): string | null => {
  if (!URL.canParse(url)) return null
  const { protocol, href, username, password } = new URL(url)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null
}
