import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Access, Destinations } from '../channel.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import type { Manners } from '../kit/request-failures.ts'
import { failingOf, mannersOf } from '../meta/failures.ts'
import { GRAPH_VERSION, type Graph, openGraph } from '../meta/graph.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { trimmed } from '../meta/sign-in.ts'
import { actingTokens } from '../meta/tokens.ts'
import type { Desk } from './settings.ts'

type From = Access<FacebookAppSettings>

/** An account and the Graph API as its owner speaks. */
export type InstagramAccount = { id: string; graph: Graph }

const professional = z.object({ id: z.string(), username: z.string(), profile_picture_url: pictureAddress })
const pages = z.object({ data: z.array(z.object({ instagram_business_account: professional.optional() })) })

const MOST_PAGES = 100

export const manners = (from: Pick<From, 'settings' | 'secret'>, { tools }: Desk): Manners =>
  mannersOf('Instagram', from, tools)

/** The Graph API as the person speaks who signed in. */
export const openPerson = async (from: From, { oauth, tools }: Desk): Promise<Graph> => {
  const { access } = await actingTokens(from, oauth, tools)
  return openGraph(`${trimmed(from.settings.server)}/${GRAPH_VERSION}`, access, from.signal, tools.clock)
}

/** The professional accounts that are connected to the person's pages. */
export const readAccounts = async (graph: Graph) => {
  const asked = { fields: 'instagram_business_account{id,username,profile_picture_url}', limit: MOST_PAGES }
  const { data } = await graph.ask('GET', 'me/accounts', pages, asked)
  return data.flatMap(({ instagram_business_account: one }) => one ?? [])
}

/** The account that was chosen, else the first one. Refuses where there is none. */
export const openAccount = async (from: From, desk: Desk): Promise<InstagramAccount> => {
  const graph = await openPerson(from, desk)
  const id = from.destination ?? (await readAccounts(graph))[0]?.id ?? noAccount()
  return { id, graph }
}

export const noAccount = (): never =>
  refuse(
    'rejected-by-channel',
    'This sign-in shows no professional Instagram account that is connected to a Facebook page.',
    'In Instagram, make the account a professional one and connect it to your page, then sign in again and choose both.',
  )

export const destinations = async (from: From, desk: Desk): Promise<Destinations> => {
  try {
    const found = await readAccounts(await openPerson(from, desk))
    return { kind: 'known', entries: found.map(({ id, username }) => ({ id, name: `@${username}` })) }
  } catch (error) {
    return { kind: 'failed', failure: failingOf(error, manners(from, desk), desk.tools).failure }
  }
}
