import { refuse } from '../../core/refusal.ts'
import type { DraftMedia, Work } from '../channel.ts'
import type { NetworkRules } from '../rules/network-rules.ts'
import { fitFile } from './open-media.ts'
import { because } from '../../core/told.ts'

/** Makes a file of a draft public, as its network takes it, for the network to fetch: its address. */
export const offerMedia = async (
  { relay, signal, draft: { strict } }: Pick<Work<unknown>, 'relay' | 'signal' | 'draft'>,
  media: DraftMedia,
  rules: NetworkRules,
): Promise<string> => {
  if (!relay) {
    return refuse(
      'media-unsupported',
      `${rules.name} fetches files from a public address, and no place for them is chosen.`,
      'Choose one in Settings > Media relay.',
      { field: 'media', told: because('relay-wanted', { network: rules.name }) },
    )
  }
  return relay.offer(await fitFile(media, rules, strict, { signal }))
}
