import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { bundledThreads } from './resources/setup/bundled-threads.js'
import { noCircles } from './resources/setup/no-circles.js'

const root = import.meta.dirname

/** As Lightning CSS, which comes with vite, numbers its features. */
const NESTING = 1

/*
 * Main and preload become CommonJS. What package.json calls a dependency (the native modules) stays outside the bundles,
 * everything else goes in; what is imported lazily keeps a chunk of its own so that the window need not wait for it.
 */
export default defineConfig({
  main: {
    plugins: [bundledThreads()],
    build: {
      outDir: resolve(root, 'out/main'),
      target: 'node20.18',
      minify: true,
      rolldownOptions: {
        input: resolve(root, 'src-main/shell/electron/main.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(root, 'src-preload/preload.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    base: './',
    plugins: [react(), noCircles()],
    // Chromium tries a nested rule that begins with `&` on every element there is; written out it only looks at its own.
    css: { lightningcss: { include: NESTING } },
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome130',
      minify: true,
      emptyOutDir: true,
      rolldownOptions: {
        input: resolve(root, 'src-renderer/index.html'),
        output: {
          codeSplitting: {
            groups: [
              // Each file is a request through the main process: what the first page needs comes in one. Nothing in it may
              // await another file at its top: that one would wait for what it shares with it.
              { name: 'first', tags: ['$initial'], priority: 1 },
              // And what several rooms share comes in one more, which needs none of them.
              { name: 'shared', minShareCount: 2 },
            ],
          },
        },
      },
    },
  },
})
