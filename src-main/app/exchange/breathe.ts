/** Lets everything else have its turn: long work is done in slices, so that nothing waits for all of it. */
export const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
