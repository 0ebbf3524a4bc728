import { z } from 'zod'
import { failed, Refusal } from '../../core/refusal.ts'
import type { Permission } from '../channel.ts'
import type { Scope } from '../kit/oauth/provider.ts'
import type { Graph } from './graph.ts'

const granted = z.object({ data: z.array(z.object({ permission: z.string(), status: z.string() })) })

/** What of the permissions the person gave, asked of Facebook itself. */
export const readPermissions = async (graph: Graph, scopes: readonly Scope[]): Promise<Permission[]> => {
  const { data } = await graph.ask('GET', 'me/permissions', granted)
  return scopes.map(({ name, why }) => ({
    name,
    why,
    granted: data.some(({ permission, status }) => permission === name && status === 'granted'),
  }))
}

/** Refuses a sign-in without what publishing cannot do without. */
export const assertGranted = (permissions: readonly Permission[], needed: readonly string[], name: string): void => {
  const missing = permissions.filter((one) => needed.includes(one.name) && !one.granted).map((one) => one.name)
  if (missing.length === 0) return
  throw new Refusal(
    failed(
      'wrong-credentials',
      `This sign-in may not publish at ${name}: it lacks ${missing.join(', ')}.`,
      'Add these permissions to your app, then sign in again and agree to all of them.',
    ),
  )
}
