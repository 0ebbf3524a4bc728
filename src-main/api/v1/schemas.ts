import { z } from 'zod'
import { type MethodName, methods } from '../../../src-preload/contract/methods.ts'
import { event } from '../../../src-preload/contract/events.ts'
import { failure } from '../../../src-preload/contract/failure.ts'
import { activity } from '../../../src-preload/contract/model/activity.ts'
import { account, accountHealth } from '../../../src-preload/contract/model/account.ts'
import { channelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import { delivery, hook } from '../../../src-preload/contract/model/hook.ts'
import { importCheck, importJob, importRecord, importSource } from '../../../src-preload/contract/model/exchange.ts'
import { health } from '../../../src-preload/contract/model/health.ts'
import { attempt, item } from '../../../src-preload/contract/model/item.ts'
import { apiKey } from '../../../src-preload/contract/model/key.ts'
import { attachment, media, mediaChange } from '../../../src-preload/contract/model/media.ts'
import { lateness, post, targetCheck } from '../../../src-preload/contract/model/post.ts'
import { featureQuota, meterState, quotaForecast } from '../../../src-preload/contract/model/quota.ts'
import { readiness } from '../../../src-preload/contract/model/readiness.ts'
import { settings } from '../../../src-preload/contract/model/settings.ts'
import { signIn } from '../../../src-preload/contract/model/sign-in.ts'
import { archiveJob, settled, snapshot, unreadableRow } from '../../../src-preload/contract/model/snapshot.ts'
import { slotPlan, slotPreview } from '../../../src-preload/contract/model/slot-plan.ts'
import { status } from '../../../src-preload/contract/model/status.ts'
import { template } from '../../../src-preload/contract/model/template.ts'
import { asset, composed, suggestion } from '../../../src-preload/contract/model/writing.ts'

/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 speaks. */
export type Schema = Record<string, unknown>

/** What is told, by the names it has in the reference. */
const MODELS: Readonly<Record<string, z.ZodType>> = {
  Activity: activity,
  Account: account,
  AccountHealth: accountHealth,
  ApiKey: apiKey,
  ArchiveJob: archiveJob,
  Asset: asset,
  Attachment: attachment,
  Attempt: attempt,
  Channel: channelDescriptor,
  Composed: composed,
  Delivery: delivery,
  Event: event,
  Failure: failure,
  FeatureQuota: featureQuota,
  Forecast: quotaForecast,
  Health: health,
  Hook: hook,
  ImportCheck: importCheck,
  ImportJob: importJob,
  ImportRecord: importRecord,
  ImportSource: importSource,
  Item: item,
  Lateness: lateness,
  Media: media,
  MediaChange: mediaChange,
  MeterState: meterState,
  Post: post,
  Readiness: readiness,
  Settings: settings,
  SignIn: signIn,
  SlotPlan: slotPlan,
  SlotPreview: slotPreview,
  Snapshot: snapshot,
  Settled: settled,
  Status: status,
  Suggestion: suggestion,
  TargetCheck: targetCheck,
  Template: template,
  UnreadableRow: unreadableRow,
}

export const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** What a method takes: JSON Schema of its input, nothing referred to. */
export const inputSchema = (method: MethodName): Schema =>
  bare(z.toJSONSchema(methods[method].input, { io: 'input', override: plainDates }))

/** What every method gives, and the models that the answers refer to. */
export const outputSchemas = (): { models: Record<string, Schema>; of(method: MethodName): Schema } => {
  const names = z.registry<{ id: string }>()
  for (const [id, model] of Object.entries(MODELS)) names.add(model, { id })
  for (const [id, { output }] of Object.entries(methods)) if (!names.has(output)) names.add(output, { id })
  const uri = (id: string) => `#/components/schemas/${id}`
  const { schemas } = z.toJSONSchema(names, { io: 'output', override: plainDates, uri })
  const get = (id: string) => bare(schemas[id] ?? {})
  return {
    models: Object.fromEntries(Object.keys(MODELS).map((id) => [id, get(id)])),
    of: (method) => {
      const id = names.get(methods[method].output)?.id ?? method
      return Object.hasOwn(MODELS, id) ? refTo(id) : get(id)
    },
  }
}

/** Without the marks of a schema that stands alone. */
const bare = (schema: Schema): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== '$id'))

/** The format says it all; the pattern of every date that exists would fill the page. */
const plainDates = ({ jsonSchema }: { jsonSchema: Schema }): void => {
  if (jsonSchema['format'] === 'date-time' || jsonSchema['format'] === 'uri') delete jsonSchema['pattern']
}
