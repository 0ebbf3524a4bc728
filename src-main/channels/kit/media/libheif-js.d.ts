/** What is used of the library, which has no types of its own for it. */
declare module 'libheif-js/wasm-bundle.js' {
  export type HeifImage = {
    get_width(): number
    get_height(): number
    /** Fills `data` (four channels); calls back with null where it cannot be decoded. */
    display(into: { data: Uint8ClampedArray; width: number; height: number }, done: (made: object | null) => void): void
    free(): void
  }
  const libheif: { HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] } }
  export default libheif
}
