import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const JOURNEYS = 'test/journeys/**'
const SERVERS = 'test/**/*.server.test.{ts,tsx}'

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..'),
    // What a check says must not hang on whether this machine has it; what tests it names it.
    env: { POSTHORN_FFMPEG: '' },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [SERVERS, JOURNEYS, '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: { name: 'servers', include: [SERVERS], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        // One after the other: they share a screen, a keychain and what shows notifications.
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.journey.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
