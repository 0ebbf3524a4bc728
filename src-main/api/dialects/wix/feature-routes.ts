import { Hono } from 'hono'
import { z } from 'zod'
import { type Feature, feature, type FeatureQuota } from '../../../../src-preload/contract/model/quota.ts'
import type { ApiEnv, Side } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { checked, readQuery } from '../kit/read-request.ts'

const wanted = z.strictObject({ featureTypes: z.union([feature, z.array(feature).max(20)]) })

/** What may be done, and how much of it is left. */
export const featureRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()

  routes.get('/features', async (c) => {
    const { featureTypes } = readQuery(c, wanted)
    return c.json(await featuresOf(c.var.side, [featureTypes].flat()))
  })

  routes.get('/features/:featureType', async (c) => {
    const { featureType } = checked(z.object({ featureType: feature }), c.req.param())
    const { features, monetizationEnabled } = await featuresOf(c.var.side, [featureType])
    return c.json({ featureData: features[0], monetizationEnabled })
  })

  return routes
}

const featuresOf = async (side: Side, types: readonly Feature[]) => {
  const { features } = await ask(side, 'quota.get', {})
  return {
    features: types.flatMap((type) => features.filter((one) => one.feature === type).map(featureView)),
    monetizationEnabled: features.some(({ quota }) => quota !== null),
  }
}

/** Without `quotaInfo` a feature is not metered; with a `limit` of 0 it is counted and not limited. */
const featureView = ({ feature: type, enabled, quota }: FeatureQuota) => ({
  type,
  enabled,
  ...(quota !== null && {
    quotaInfo: {
      limit: quota.limit,
      currentUsage: quota.currentUsage,
      remainingUsage: quota.remainingUsage,
      period: quota.period,
    },
  }),
})
