/* A Bluesky server: runs until its parent goes. The argument is its settings as JSON. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(join(process.env.POSTHORN_TEST_SERVERS, 'package.json'))
const { PDS } = await import(pathToFileURL(require.resolve('@atproto/pds')).href)

const pds = await PDS.fromEnv(JSON.parse(process.argv[2]))
const listen = pds.app.listen.bind(pds.app)
pds.app.listen = (port) => listen(port, '127.0.0.1')

process.on('disconnect', () => process.exit())
await pds.start()
process.send('ready')
