import type { Found } from './make-asset.ts'

type Node = Readonly<Record<string, unknown>>

/** Data are nested no deeper, and hold no more, than anybody writes by hand. */
const MAX_DEPTH = 6
const MAX_NODES = 500

/** What JSON-LD describes that a post can be made from: products, articles, events, offers by themselves. */
export const readLinkedData = (data: unknown): Found[] =>
  nodesOf(data).flatMap((node) => {
    const types = typesOf(node)
    const is = (pattern: RegExp) => types.some((type) => pattern.test(type))
    if (is(/^(Product|ProductGroup|IndividualProduct|ProductModel|Book|SoftwareApplication)$/)) return [product(node)]
    if (is(/Event$|^Festival$/)) return [event(node)]
    if (is(/Article$|^BlogPosting$|^Recipe$|^HowTo$/)) return [article(node)]
    return is(/^Offer$/) ? [offer(node)] : []
  })

/** The nodes that stand for themselves: the document's, those of its graph, and of the lists it is about. */
const nodesOf = (data: unknown): Node[] => {
  const nodes: Node[] = []
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return
    if (Array.isArray(value)) for (const one of value) visit(one, depth + 1)
    else if (isNode(value)) {
      nodes.push(value)
      for (const key of ['@graph', 'mainEntity', 'itemListElement', 'item']) visit(value[key], depth + 1)
    }
  }
  visit(data, 0)
  return nodes
}

const typesOf = (node: Node): string[] =>
  list(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''))

const product = (node: Node): Found => {
  const first = list(node['offers']).find(isNode)
  return { ...about(node, 'product'), facts: { ...(first && offerFacts(first)), brand: text(node['brand']) } }
}

const event = (node: Node): Found => {
  const first = list(node['offers']).find(isNode)
  return {
    ...about(node, 'event'),
    facts: {
      price: first && offerFacts(first).price,
      startsAt: text(node['startDate']),
      endsAt: text(node['endDate']),
      place: placeOf(node['location']),
    },
  }
}

const article = (node: Node): Found => ({
  ...about(node, 'article'),
  facts: {
    author: text(node['author']),
    publishedAt: text(node['datePublished']),
    language: text(node['inLanguage']),
  },
})

const offer = (node: Node): Found => {
  const thing = list(node['itemOffered']).find(isNode)
  const offered = thing && about(thing, 'coupon')
  const own = about(node, 'coupon')
  return {
    ...own,
    title: own.title ?? offered?.title,
    summary: own.summary ?? offered?.summary,
    image: own.image ?? offered?.image,
    facts: { ...offerFacts(node), code: text(node['discountCode']), endsAt: text(node['validThrough']) },
  }
}

const about = (node: Node, kind: Found['kind']): Found => {
  const image = list(node['image']).map(pictureOf).find(Boolean)
  return {
    kind,
    title: text(node['name']) ?? text(node['headline']),
    summary: text(node['description']) ?? text(node['abstract']),
    url: text(node['url']) ?? text(node['mainEntityOfPage']),
    image,
    keywords: list(node['keywords'])
      .map((one) => text(one) ?? '')
      .flatMap((one) => one.split(','))
      .filter((one) => one.trim() !== ''),
  }
}

const pictureOf = (value: unknown): Found['image'] => {
  if (typeof value === 'string') return { url: value }
  if (!isNode(value)) return undefined
  const url = text(value['url']) ?? text(value['contentUrl'])
  return url === undefined ? undefined : { url, alt: text(value['caption']) ?? text(value['name']) }
}

const offerFacts = (node: Node) => {
  const detail = list(node['priceSpecification']).find(isNode)
  const amount = text(node['price']) ?? text(node['lowPrice']) ?? text(detail?.['price'])
  const currency = text(node['priceCurrency']) ?? text(detail?.['priceCurrency'])
  return {
    price: amount === undefined ? undefined : [amount, currency].filter(Boolean).join(' '),
    availability: text(node['availability'])?.replace(/^.*\//, ''),
  }
}

const placeOf = (value: unknown): string | undefined => {
  const [place] = list(value)
  if (!isNode(place)) return text(place)
  const [address] = list(place['address'])
  const street = isNode(address) ? text(address['streetAddress']) : text(address)
  const town = isNode(address) ? text(address['addressLocality']) : undefined
  return [text(place['name']), street, town].filter((part) => part !== undefined && part !== '').join(', ') || undefined
}

/** The first words in a value, however it is wrapped. */
const text = (value: unknown, depth = 0): string | undefined => {
  if (typeof value === 'string') return value.trim() || undefined
  if (typeof value === 'number') return String(value)
  if (depth > MAX_DEPTH) return undefined
  if (Array.isArray(value)) return text(value[0], depth + 1)
  if (!isNode(value)) return undefined
  for (const key of ['@value', 'name', 'url', '@id']) {
    const found = text(value[key], depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value])

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
