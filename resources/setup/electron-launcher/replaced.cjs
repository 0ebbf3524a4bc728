/*
 * The app's own better-sqlite3 needs a newer Node-API than this Electron has and would crash it. The one beside this
 * file was built for it and has the same interface. Whatever loads this file gets that one.
 */
/* oxlint-disable no-underscore-dangle -- Node's loader has no other names for what is needed of it. */
const Module = require('node:module')
const { join } = require('node:path')

const REPLACED = { 'better-sqlite3': join(__dirname, 'node_modules', 'better-sqlite3') }
const resolveFilename = Module._resolveFilename
Module._resolveFilename = (request, ...rest) => resolveFilename.call(Module, REPLACED[request] ?? request, ...rest)

module.exports = { file: __filename }
