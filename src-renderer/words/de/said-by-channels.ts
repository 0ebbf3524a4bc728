export const SAID_BY_CHANNELS: Readonly<Record<string, string>> = {}
