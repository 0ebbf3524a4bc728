/** Texts of this room: webhooks. */
export const webhooks = {
  'webhooks.title': 'Webhooks',
} as const
