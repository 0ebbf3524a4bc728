import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Settings } from '../../../src-preload/contract/model/settings.ts'
import type { Gate } from '../../core/gate.ts'
import { failedInEnglish, granted } from '../../core/refusal.ts'

/** What the person lets assistants do. */
export type Permission = Settings['assistants']

/** What a tool needs: to look, to write drafts, or to do what the world sees. */
export type Need = Exclude<Permission, 'off'>

const RANK: Readonly<Record<Permission, number>> = { off: 0, read: 1, draft: 2, publish: 3 }

/** As the settings have it now: the person may change it between two calls. */
export const permissionOf = async (gate: Gate): Promise<Permission> =>
  (granted(await gate('settings.get', {})) as Settings).assistants

/** Why this is not allowed, and what the person would have to switch on; null where it is. */
export const forbidden = (need: Need, permission: Permission): Failure | null =>
  RANK[permission] >= RANK[need]
    ? null
    : failedInEnglish(
        'not-authorised',
        permission === 'off'
          ? 'Assistants are switched off in this Posthorn.'
          : `In this Posthorn assistants may only ${MAY[permission]}; ${MISSING[need]} is switched off.`,
        `Only the person can change that: set "Assistants" to "${need}" in Posthorn's settings, or run "posthorn settings set assistants=${need}".`,
      )

const MAY: Readonly<Record<Need, string>> = { read: 'look', draft: 'look and write drafts', publish: 'publish' }
const MISSING: Readonly<Record<Need, string>> = { read: 'looking', draft: 'writing drafts', publish: 'publishing' }
