/* What every browser knows of a file that a person chose, so far as the contract passes it on; its own types say the rest. */
interface File {
  readonly name: string
}
