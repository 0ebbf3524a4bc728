import { defineConfig } from 'vitest/config'

/** One journey at a time: each has a window, and there is one desktop. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.journey.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
