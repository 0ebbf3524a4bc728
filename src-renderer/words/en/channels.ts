/** Texts of this room: channels. */
export const channels = {
  'channels.title': 'Channels',
} as const
