/** What is asked of a route beside its name. */
export type Query = Readonly<Record<string, string | number>>

/** Where a route of the API is: below its root, or named in the root's query where the site has no pretty addresses. */
export const addressOf = (root: string, path: string, query: Query): URL => {
  const url = new URL(root)
  const route = url.searchParams.get('rest_route')
  if (route === null) url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`
  else url.searchParams.set('rest_route', `${route.replace(/\/+$/, '')}/${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url
}
