import Papa from 'papaparse'
import type { Asset } from '../../../src-preload/contract/model/writing.ts'
import { type Found, makeAsset, MAX_ASSETS, type Origin } from './make-asset.ts'

/** So many rows are looked through: shops write several to a product. */
const MAX_ROWS = 1000

/** Names of columns, blanks and case aside: those of shops' exports and merchants' feeds. */
const COLUMNS = {
  title: ['title', 'name', 'productname', 'producttitle', 'headline', 'event', 'eventname', 'subject'],
  summary: ['description', 'body', 'bodyhtml', 'summary', 'shortdescription', 'text', 'excerpt'],
  url: ['link', 'url', 'producturl', 'permalink', 'website', 'page'],
  image: ['imagelink', 'image', 'imageurl', 'imagesrc', 'picture', 'photo', 'images'],
  alt: ['imagealttext', 'imagealt', 'alt', 'alttext'],
  price: ['saleprice', 'variantprice', 'price', 'regularprice', 'amount'],
  currency: ['currency', 'pricecurrency'],
  brand: ['brand', 'vendor', 'manufacturer'],
  availability: ['availability', 'stockstatus'],
  code: ['code', 'couponcode', 'coupon', 'discountcode'],
  startsAt: ['startdate', 'start', 'startsat', 'date', 'datetime'],
  endsAt: ['enddate', 'end', 'endsat', 'expires', 'expirationdate', 'validthrough'],
  place: ['location', 'place', 'venue'],
  author: ['author'],
  keywords: ['tags', 'keywords', 'categories', 'category', 'producttype'],
} as const
type Column = keyof typeof COLUMNS

/** The first rows of a table with a heading line; null when no column names what the rows are. */
export const readTable = (csv: string, origin: Origin): Asset[] | null => {
  const [heading = [], ...rows] = Papa.parse<string[]>(csv, { preview: MAX_ROWS, skipEmptyLines: 'greedy' }).data
  const names = heading.map((name) => name.toLowerCase().replace(/[^\p{L}\d]/gu, ''))
  const place = (column: Column) => COLUMNS[column].map((name) => names.indexOf(name)).find((at) => at >= 0)
  if (place('title') === undefined) return null
  return rows
    .map((row) => {
      const cell = (column: Column) => row[place(column) ?? -1] || undefined
      // Rows without a name are variants of the one before.
      return cell('title') === undefined ? null : makeAsset(describe(cell), origin)
    })
    .filter((asset) => asset !== null)
    .slice(0, MAX_ASSETS)
}

const describe = (cell: (column: Column) => string | undefined): Found => {
  const [image, price, currency] = [cell('image'), cell('price'), cell('currency')]
  return {
    kind: price ? 'product' : cell('code') ? 'coupon' : cell('startsAt') ? 'event' : 'page',
    title: cell('title'),
    summary: cell('summary'),
    url: cell('url'),
    image: image === undefined ? undefined : { url: image.split(/,\s/)[0] ?? image, alt: cell('alt') },
    facts: {
      price: price && [price, currency].filter(Boolean).join(' '),
      brand: cell('brand'),
      availability: cell('availability'),
      code: cell('code'),
      startsAt: cell('startsAt'),
      endsAt: cell('endsAt'),
      place: cell('place'),
      author: cell('author'),
    },
    keywords: cell('keywords')?.split(/[,;|>]/) ?? [],
  }
}
