/*
 * Loaded into Electron before the app (`-r`): the app lives at the moment that POSTHORN_MOMENT names, from which its clock
 * runs on as usual until `standStill` stops it at another. It also counts what the page has asked and not heard yet.
 */
const { ipcMain } = require('electron')

const RealDate = Date
const shift = RealDate.parse(process.env.POSTHORN_MOMENT) - RealDate.now()
let still = null
const now = () => still ?? RealDate.now() + shift

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
