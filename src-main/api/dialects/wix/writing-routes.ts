import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AssetSource, Composed } from '../../../../src-preload/contract/model/writing.ts'
import { tone } from '../../../../src-preload/contract/model/writing.ts'
import type { ApiEnv } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { malformed } from '../kit/malformed.ts'
import { takeMedia } from '../kit/media-address.ts'
import { readBody } from '../kit/read-request.ts'
import { channel } from './account-routes.ts'
import { channelName, kindOf } from './content-kinds.ts'
import { mediaView } from './item-view.ts'

const prompt = z.string().trim().min(1).max(4000)

const postData = z.strictObject({
  userInput: prompt.optional(),
  siteAssets: z
    .array(z.object({ id: z.string().min(1).max(2000), type: z.string().max(64).optional() }))
    .max(10)
    .optional(),
  media: z
    .array(z.object({ type: z.literal('IMAGE'), url: z.string().min(1).max(2000) }))
    .max(20)
    .optional(),
  channels: z.array(z.string().min(1).max(64)).min(1).max(50).optional(),
})

const text = z.strictObject({
  userInput: prompt,
  channelName: z.string().min(1).max(64).optional(),
  tone: tone.optional(),
  languageCode: z.string().min(2).max(35).optional(),
  additionalContent: z
    .strictObject({
      url: z.url().max(2000).optional(),
      withHashtags: z.boolean().optional(),
      addLinkInBio: z.boolean().optional(),
    })
    .optional(),
})

/** Generated content: whole posts from an idea or from assets, and captions to choose from. */
export const writingRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()

  routes.post('/generate-post-data', async (c) => {
    const wire = readBody(c, postData)
    const assets = assetsOf(wire)
    const channels = wire.channels && (await Promise.all(wire.channels.map((name) => channel(c, name))))
    const media = await Promise.all((wire.media ?? []).map(async ({ url }) => (await takeMedia(c, url)).id))
    const { contents } = await ask(c.var.side, 'writing.post', { assets, ...(channels !== undefined && { channels }) })
    return c.json({ results: await Promise.all(contents.map((content) => contentView(c, content, media))) })
  })

  routes.post('/generate-text', async (c) => {
    const wire = readBody(c, text)
    const { url, withHashtags, addLinkInBio } = wire.additionalContent ?? {}
    const { suggestions } = await ask(c.var.side, 'writing.text', {
      prompt: wire.userInput,
      ...(wire.tone !== undefined && { tone: wire.tone }),
      ...(wire.languageCode !== undefined && { language: wire.languageCode }),
      ...(wire.channelName !== undefined && { channel: await channel(c, wire.channelName) }),
      ...(url !== undefined && { link: url }),
      hashtags: withHashtags ?? false,
    })
    return c.json({
      results: suggestions.map((one) => ({
        caption: addLinkInBio === true ? `${one.text}\n\nLink in bio` : one.text,
      })),
    })
  })

  return routes
}

/** An asset is found at the address that stands in its `id`; an idea is an asset of its own words. */
const assetsOf = (wire: z.infer<typeof postData>): AssetSource[] => {
  const sources: AssetSource[] = (wire.siteAssets ?? []).map(({ id }, index) =>
    /^https?:\/\//.test(id) && URL.canParse(id)
      ? { kind: 'url', url: id }
      : malformed(['siteAssets', index, 'id'], 'Give the address of the product, article, event or page.'),
  )
  if (wire.userInput !== undefined) sources.unshift({ kind: 'file', name: 'idea.md', text: wire.userInput })
  return sources.length > 0
    ? sources
    : malformed(['userInput'], 'Give userInput, siteAssets, or both.', { missing: true })
}

const contentView = async (c: Context<ApiEnv>, content: Composed, media: readonly string[]) => {
  const kind = kindOf(content.channel, undefined)
  const mediaIds = media.length > 0 ? media : content.media.map(({ mediaId }) => mediaId)
  return {
    channelName: channelName(content.channel),
    [kind.key]: {
      mediaWrapper: { media: await Promise.all(mediaIds.map((mediaId) => mediaView(c, mediaId))) },
      ...(kind.text !== null && { [kind.text]: content.text }),
    },
  }
}
