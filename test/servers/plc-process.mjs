/* A directory of identities, in memory: runs until its parent goes. Argument: port. */
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.env.POSTHORN_TEST_SERVERS, 'package.json'))
const { Database, PlcServer } = require('@did-plc/server')

const plc = PlcServer.create({ db: Database.mock(), port: Number(process.argv[2]) })
const listen = plc.app.listen.bind(plc.app)
plc.app.listen = (port) => listen(port, '127.0.0.1')

process.on('disconnect', () => process.exit())
await plc.start()
process.send('ready')
