import type { Channel } from '../channels/channel.ts'
import { refuse } from '../core/refusal.ts'
import type { SecretKeeper } from './secrets.ts'
import { because } from '../core/told.ts'
import { tellIssue } from '../core/told-issue.ts'

/** The settings a person typed, as the channel reads them. Refuses with the field that is wrong. */
export const parseSettings = (channel: Channel, settings: Record<string, unknown>): Record<string, unknown> => {
  const parsed = channel.settings.safeParse(settings)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = ['settings', ...(issue?.path ?? [])].join('.')
  const { message, told } = issue ? tellIssue(issue) : { message: 'It does not fit.', told: because('field-unfit') }
  return refuse('invalid-input', `${field}: ${message}`, `Correct this setting of ${channel.descriptor.name}.`, {
    field,
    told: { ...told, field },
  })
}

/** Refuses without the secret that the channel needs, and without a place to keep it. */
export const assertSecret = async (channel: Channel, secret: string | null, secrets: SecretKeeper): Promise<void> => {
  const { name, secret: needed, signIn } = channel.descriptor
  if (needed && !needed.optional && !secret) {
    refuse('invalid-input', `${name} needs the ${needed.title.toLowerCase()}.`, needed.description || 'Enter it.', {
      field: 'secret',
      told: because('secret-needed', { channel: name }),
    })
  }
  if (secret || signIn) await secrets.assertReady()
}
