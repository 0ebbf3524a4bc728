/** Makes an option repeatable: its values in the order they were given. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value]
