import { z } from 'zod'
import { failed, Refusal } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected, Destinations, Mentions } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { outcomeOf, refusalOf } from '../kit/request-failures.ts'
import type { Api } from './api.ts'
import { isMissing, mannersOf } from './failures.ts'
import type { LinkedinSettings } from './settings.ts'

/** Who signed in, by OpenID, or by the profile where an app has no OpenID. */
const openId = z.object({ sub: z.string().min(1), name: z.string().default(''), picture: pictureAddress })
const profile = z.object({
  id: z.string().min(1),
  localizedFirstName: z.string().default(''),
  localizedLastName: z.string().default(''),
})

/** Who signed in, what was granted, and until when. */
export const connect = async (
  access: Access<LinkedinSettings>,
  api: Api,
  oauth: OAuth<LinkedinSettings>,
  tools: ChannelTools,
): Promise<Connected<LinkedinSettings>> => {
  try {
    const { picture, ...account } = await whoIsIt(access.settings, api)
    const tokens = await oauth.tokens(access)
    const permissions = oauth.permissions(tokens, access.settings)
    if (permissions.some(({ name, granted }) => name === 'w_member_social' && !granted)) throw new Refusal(notGranted())
    const { clientId, pages, server } = access.settings
    return {
      kind: 'valid',
      identity: account.name,
      settings: { clientId, pages, server, account },
      permissions,
      ...(picture !== undefined && { picture }),
      ...oauth.life(tokens),
    }
  } catch (error) {
    return refusalOf(error, await mannersOf(access, tools), tools)
  }
}

const notGranted = () =>
  failed(
    'wrong-credentials',
    'LinkedIn did not grant the permission to post (w_member_social).',
    'Add the product Share on LinkedIn to your app, then sign in again.',
  )

/** The profile, which an app without OpenID asks for, does not tell where the picture is. */
const whoIsIt = async (
  { pages }: LinkedinSettings,
  api: Api,
): Promise<{ urn: string; name: string; picture?: string | null }> => {
  if (pages) {
    const { id, localizedFirstName, localizedLastName } = await api.ask('GET', '/v2/me', profile)
    return { urn: `urn:li:person:${id}`, name: `${localizedFirstName} ${localizedLastName}`.trim() || id }
  }
  const { sub, name, picture } = await api.ask('GET', '/v2/userinfo', openId)
  return { urn: `urn:li:person:${sub}`, name: name.trim() || sub, picture }
}

/** Roles that may post for a page. */
const POSTERS = new Set(['ADMINISTRATOR', 'CONTENT_ADMINISTRATOR', 'CONTENT_ADMIN', 'DIRECT_SPONSORED_CONTENT_POSTER'])

const roles = z.object({
  elements: z.array(
    z.object({
      role: z.string(),
      state: z.string(),
      organization: z.string().optional(),
      organizationTarget: z.string().optional(),
    }),
  ),
})
const organization = z.object({
  id: z.number().optional(),
  localizedName: z.string(),
  vanityName: z.string().optional(),
})
const names = z.object({ results: z.record(z.string(), organization) })
const PAGE = 100

/** The person, and the pages they may post for. */
export const destinations = async (
  access: Access<LinkedinSettings>,
  api: Api,
  tools: ChannelTools,
): Promise<Destinations> => {
  const { account, pages } = access.settings
  const entries = account ? [{ id: account.urn, name: account.name }] : []
  if (!pages) return { kind: 'known', entries }
  try {
    const query = `q=roleAssignee&state=APPROVED&count=${PAGE}`
    const { elements } = await api.ask('GET', `/rest/organizationAcls?${query}`, roles, { does: 'FINDER' })
    const urns = new Set(
      elements.flatMap(({ role, state, organization: urn, organizationTarget }) =>
        state === 'APPROVED' && POSTERS.has(role) ? [urn ?? organizationTarget ?? ''] : [],
      ),
    )
    const ids = [...urns].flatMap((urn) => /^urn:li:organization:(\d+)$/.exec(urn)?.[1] ?? [])
    if (ids.length === 0) return { kind: 'known', entries }
    const { results } = await api.ask('GET', `/rest/organizationsLookup?ids=List(${ids.join(',')})`, names)
    const theirs = ids.map((id) => ({ id: `urn:li:organization:${id}`, name: results[id]?.localizedName ?? id }))
    return { kind: 'known', entries: [...entries, ...theirs] }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}

const found = z.object({ elements: z.array(organization) })

/** The page with this name in its address; people cannot be looked up. The text holds the form that LinkedIn has for it. */
export const mentions = async (
  access: Access<LinkedinSettings>,
  typed: string,
  api: Api,
  tools: ChannelTools,
): Promise<Mentions> => {
  const name = typed.replace(/^@/, '').trim().toLowerCase()
  if (!access.settings.pages || !/^[\p{L}\p{N}-]{2,}$/u.test(name)) return { kind: 'known', entries: [] }
  try {
    const query = `q=vanityName&vanityName=${encodeURIComponent(name)}`
    const { elements } = await api.ask('GET', `/rest/organizations?${query}`, found, { does: 'FINDER' })
    return {
      kind: 'known',
      entries: elements.flatMap(({ id, localizedName, vanityName = name }) => {
        const urn = `urn:li:organization:${id ?? ''}`
        return id === undefined
          ? []
          : [{ id: urn, name: localizedName, handle: vanityName, insert: `@[${localizedName}](${urn})` }]
      }),
    }
  } catch (error) {
    if (isMissing(error)) return { kind: 'known', entries: [] }
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}
