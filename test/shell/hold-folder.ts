import { takeOwnership } from '../../src-main/shell/owner-lock.ts'

/* Takes the data folder named by the first argument, as the kind of owner named by the second, until it is killed. */

const [, , home = '', kind] = process.argv
await takeOwnership(home, kind === 'cli' ? 'cli' : 'serve')
process.stdout.write('held\n')
setInterval(() => {}, 60_000)
