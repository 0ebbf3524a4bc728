import { crashRounds } from './crash-rounds.js'
import { prepare } from './prepare.js'
import { program } from './program.js'

// npm run crash
await program(async () => {
  await prepare()
  return crashRounds(process.argv.slice(2))
})
