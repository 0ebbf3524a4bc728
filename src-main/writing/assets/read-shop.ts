import { z } from 'zod'
import type { Asset } from '../../../src-preload/contract/model/writing.ts'
import { readLinkedData } from './linked-data.ts'
import { type Found, makeAsset, MAX_ASSETS, type Origin } from './make-asset.ts'

const words = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)
const picture = z
  .object({ src: words, url: words, alt: words })
  .or(z.string().transform((src) => ({ src, url: src, alt: undefined })))

/** A product as shops write it: `products.json` of a shop, or a list of one's own making. */
const product = z.object({
  title: words,
  name: words,
  body_html: words,
  description: words,
  handle: words,
  url: words,
  link: words,
  vendor: words,
  brand: words,
  product_type: words,
  price: words,
  currency: words,
  tags: z.union([z.array(z.string()), z.string().transform((tags) => tags.split(','))]).catch([]),
  variants: z.array(z.object({ price: words, compare_at_price: words })).catch([]),
  images: z.array(picture).catch([]),
  image: picture.nullish().catch(undefined),
})
type Product = z.infer<typeof product>

/** The first products in a shop's JSON, or what JSON-LD describes; null when it holds neither. */
export const readShop = (data: unknown, origin: Origin): Asset[] | null => {
  const linked = readLinkedData(data)
  const found = linked.length > 0 ? linked : listOf(data).flatMap((one) => describe(one, origin) ?? [])
  const assets = found
    .slice(0, MAX_ASSETS * 10)
    .map((one) => makeAsset(one, origin))
    .filter((asset) => asset !== null)
  return assets.length > 0 ? assets.slice(0, MAX_ASSETS) : null
}

const listOf = (data: unknown): readonly unknown[] => {
  if (Array.isArray(data)) return data as unknown[]
  if (typeof data !== 'object' || data === null) return []
  const { products, items, product: single } = data as { products?: unknown; items?: unknown; product?: unknown }
  return ([products, items].find((list) => Array.isArray(list)) as unknown[] | undefined) ?? [single ?? data]
}

const describe = (data: unknown, { base }: Origin): Found | null => {
  const parsed = product.safeParse(data)
  if (!parsed.success) return null
  const one = parsed.data
  const [variant] = one.variants
  const image = one.images[0] ?? one.image ?? undefined
  const price = variant?.price ?? one.price
  return {
    kind: 'product',
    title: one.title ?? one.name,
    summary: one.body_html ?? one.description,
    url: addressOf(one, base),
    image: image && { url: image.src ?? image.url ?? '', alt: image.alt },
    facts: {
      price: price && [price, one.currency].filter(Boolean).join(' '),
      oldPrice: dearer(variant?.compare_at_price, price),
      brand: one.vendor ?? one.brand,
    },
    keywords: one.product_type ? [one.product_type, ...one.tags] : one.tags,
  }
}

/** A product without a link of its own stands at `/products/` and its handle. */
const addressOf = ({ url, link, handle }: Product, base: string | null): string | undefined =>
  url ??
  link ??
  (handle !== undefined && base !== null ? new URL(`/products/${encodeURIComponent(handle)}`, base).href : undefined)

const dearer = (before: string | undefined, now: string | undefined): string | undefined =>
  before !== undefined && Number(before) > Number(now) ? before : undefined
