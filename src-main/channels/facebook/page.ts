import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Access, Destinations } from '../channel.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import type { Manners } from '../kit/request-failures.ts'
import { failingOf, mannersOf } from '../meta/failures.ts'
import { GRAPH_VERSION, type Graph, openGraph } from '../meta/graph.ts'
import { FACEBOOK_SERVER, type FacebookAppSettings } from '../meta/settings.ts'
import { trimmed } from '../meta/sign-in.ts'
import { actingTokens } from '../meta/tokens.ts'
import type { Desk } from './settings.ts'

type From = Access<FacebookAppSettings>

/** A page and the Graph API as it speaks. */
export type Page = {
  id: string
  name: string
  graph: Graph
  /** Where its videos go. */
  videos: Graph
  /** By how much the clock of Facebook is ahead of this computer's, in milliseconds. */
  ahead: number
}

const page = z.object({ id: z.string(), name: z.string(), access_token: z.string().min(1) })
const picture = z.object({ data: z.object({ url: pictureAddress, is_silhouette: z.boolean().default(false) }) })
const listed = page.extend({ picture: picture.nullable().catch(null) })
const pages = z.object({ data: z.array(listed), paging: z.object({ next: z.string().optional() }).optional() })

/** Pages asked for at once; nobody is known to have more. */
const MOST_PAGES = 100

export const manners = (from: Pick<From, 'settings' | 'secret'>, { tools }: Desk): Manners =>
  mannersOf('Facebook', from, tools)

/** The Graph API as the person speaks who signed in. */
export const openPerson = async (from: From, { oauth, tools }: Desk): Promise<Graph> => {
  const { access } = await actingTokens(from, oauth, tools)
  return openGraph(baseOf(from.settings.server), access, from.signal, tools.clock)
}

const baseOf = (server: string) => `${trimmed(server)}/${GRAPH_VERSION}`

/** The pages that the person agreed to let Posthorn publish to. */
export const readPages = async (graph: Graph) => {
  const fields = 'id,name,access_token,picture.width(200).height(200){url,is_silhouette}'
  const { data } = await graph.ask('GET', 'me/accounts', pages, { fields, limit: MOST_PAGES })
  return data
}

/** None where Facebook shows a figure that stands for everybody. */
export const pictureOf = ({ picture: shown }: Pick<z.infer<typeof listed>, 'picture'>): string | null =>
  shown === null || shown.data.is_silhouette ? null : shown.data.url

/** The page that was chosen, else the first one. Refuses where there is none. */
export const openPage = async (from: From, desk: Desk): Promise<Page> => {
  const person = await openPerson(from, desk)
  const chosen =
    from.destination === null
      ? (await readPages(person))[0]
      : await person.ask('GET', from.destination, page, { fields: 'id,name,access_token' })
  if (!chosen) return noPage()
  const open = (base: string) => openGraph(baseOf(base), chosen.access_token, from.signal, desk.tools.clock)
  const { server } = from.settings
  const own = new URL(server).href === `${FACEBOOK_SERVER}/`
  return {
    ahead: person.ahead(),
    id: chosen.id,
    name: chosen.name,
    graph: open(server),
    videos: open(own ? 'https://graph-video.facebook.com' : server),
  }
}

export const noPage = (): never =>
  refuse(
    'rejected-by-channel',
    'This sign-in shows no Facebook page: profiles take no posts from programs.',
    'Sign in again and choose the pages to publish to; you must be allowed to create content there.',
  )

export const destinations = async (from: From, desk: Desk): Promise<Destinations> => {
  try {
    const found = await readPages(await openPerson(from, desk))
    return { kind: 'known', entries: found.map(({ id, name }) => ({ id, name })) }
  } catch (error) {
    return { kind: 'failed', failure: failingOf(error, manners(from, desk), desk.tools).failure }
  }
}
