const KEY = 'posthorn.token'

type Page = {
  location: { hash: string; pathname: string; search: string }
  history: { replaceState(data: unknown, unused: string, url: string): void }
  storage: { getItem(key: string): string | null; setItem(key: string, value: string): void }
}

/**
 * The key to the core that came with the link (`#token=...`). It is taken out of the address at once, so that it is in
 * no bookmark and no history, and kept for as long as this tab lives. Null: the page was opened without it.
 */
export const takePageToken = ({ location, history, storage }: Page): string | null => {
  const given = /(?:^#|&)token=([^&]+)/.exec(location.hash)?.[1]
  if (given === undefined) return storage.getItem(KEY)
  const token = decodeURIComponent(given)
  storage.setItem(KEY, token)
  history.replaceState(null, '', location.pathname + location.search)
  return token
}
