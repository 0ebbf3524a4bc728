/* What every runtime knows of a signal that ends work, so far as the core passes it on; their own types say the rest. */
interface AbortSignal {
  readonly aborted: boolean
}
