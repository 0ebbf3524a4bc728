/*
 * What Electron's own default app does for `electron FOLDER`, for a distribution that comes without it: this file lies
 * in its resources/app. It takes the first argument that is no flag as the app's folder and starts that app.
 */
/* oxlint-disable no-underscore-dangle -- Node's loader has no other names for what is needed of it. */
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { join, resolve } = require('node:path')
const threads = require('node:worker_threads')
const { app } = require('electron')
const replaced = require('./replaced.cjs')

// A thread has a loader of its own.
threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ['--require', replaced.file] })
  }
}

const { folder, preloaded } = readArguments(process.argv.slice(1))
if (folder === undefined) {
  process.stderr.write('Usage: electron [-r FILE] FOLDER\n')
  app.exit(1)
} else {
  Module._preloadModules(preloaded)
  start(resolve(folder))
}

/** @param {string[]} args */
function readArguments(args) {
  const preloaded = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]
    if (arg === '-r' || arg === '--require') preloaded.push(resolve(args[(at += 1)]))
    else if (!arg.startsWith('-')) return { folder: arg, preloaded }
  }
  return { folder: undefined, preloaded }
}

/** @param {string} folder */
function start(folder) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  app.setName(about.productName ?? about.name)
  if (about.version) app.setVersion(about.version)
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(folder)
  require(join(folder, about.main ?? 'index.js'))
}
