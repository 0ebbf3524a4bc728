/** Google's own, which has a host for each of its interfaces. */
const OWN = /(^|\.)googleapis\.com$/

/** An address of an interface of Google's, or its like on another server that speaks for all of them. */
export const placeOf = (address: string, server: string): URL => {
  const url = new URL(address)
  return OWN.test(new URL(server).hostname) ? url : new URL(`${url.pathname}${url.search}`, server)
}

/** Whether a token may go there: the server of the account, or another of Google's. */
export const isPlaceOf = (address: URL, server: string): boolean => {
  const own = new URL(server)
  return (
    address.origin === own.origin ||
    (address.protocol === 'https:' && OWN.test(own.hostname) && OWN.test(address.hostname))
  )
}
