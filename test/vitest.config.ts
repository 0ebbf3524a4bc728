import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const JOURNEYS = 'test/journeys/**'
const INTERFACE = 'test/renderer/**'
const SERVERS = 'test/**/*.server.test.{ts,tsx}'

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..'),
    // Much of it waits for a disk or another process; left to itself the runner keeps one processor for nobody.
    maxWorkers: availableParallelism(),
    // What a check says must not hang on whether this machine has it; what tests it names it.
    env: {
      POSTHORN_FFMPEG: '',
      // Hundreds of commands are run, each a start of Node.
      NODE_COMPILE_CACHE: resolve(import.meta.dirname, '../node_modules/.cache/compiled'),
    },
    globalSetup: resolve(import.meta.dirname, 'fixtures/command-line-setup.ts'),
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [SERVERS, JOURNEYS, INTERFACE, '**/node_modules/**'],
          // Modules are read once for many files: nothing in them is changed by a test.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        // These replace what the browser says of itself, which modules read when they are first used.
        test: { name: 'rules-interface', include: [`${INTERFACE}/*.test.{ts,tsx}`] },
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
          // A screen that is none stops painting for good at about one start in a hundred; what fails twice fails.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
