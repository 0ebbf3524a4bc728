/*
 * Loaded into Electron before the app (`-r`): the app lives at the moment that POSTHORN_MOMENT names, and its clock goes on
 * by a millisecond with each look at it, so that a busy machine does not make it later, until `standStill` stops it at
 * another. Nothing is left to chance: a pause before another try is as long at every run. It also counts what the page has
 * asked and not heard yet.
 */
const { ipcMain } = require('electron')

const RealDate = Date
let moment = RealDate.parse(process.env.POSTHORN_MOMENT)
let still = null
const now = () => {
  if (still !== null) return still
  moment += 1
  return moment
}
Math.random = () => 0.5

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
globalThis.standStill = (at) => {
  still = at
}

let asked = 0
const handle = ipcMain.handle.bind(ipcMain)
ipcMain.handle = (channel, answer) =>
  handle(channel, async (...given) => {
    asked += 1
    try {
      return await answer(...given)
    } finally {
      asked -= 1
    }
  })
globalThis.isQuiet = () => asked === 0
