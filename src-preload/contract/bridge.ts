import type { Event } from './events.ts'
import type { Failure, Reply } from './failure.ts'
import type { Media } from './model/media.ts'
import type { Input, MethodName, Output } from './methods.ts'

/** All that the interface can reach: the same shape over IPC in the window and over HTTP in a browser. */
export type Bridge = {
  /** Never rejects: a broken transport is a failure like any other. */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Reply<Output<M>>>
  /** Copies in a file that a person chose, of any size, without reading it in the page; null: this one has no bytes elsewhere. */
  addFile(file: File | OpenedFile): Promise<Reply<Media>> | null
  /** Returns the way to stop listening. */
  subscribe(listener: (event: Event) => void): () => void
  /** Where the bytes of a stored file can be shown from; release it when done. */
  mediaUrl(mediaId: string): Promise<{ url: string; release: () => void }>
  /** What only a desktop can do; null in a browser. */
  desktop: DesktopBridge | null
}

/** A file that the person opened with Posthorn: the page knows it by its id, never by its path. */
export type OpenedFile = {
  readonly openedId: string
  /** Of a folder, its path there, such as `news/img/pier.png`. */
  readonly name: string
  /** In bytes. */
  readonly size: number
}

/** `write`: it may not be there yet. */
export type FilePurpose = 'write' | 'read'

export type DesktopBridge = {
  platform: 'darwin' | 'win32' | 'linux'
  /** The words that another program offered for a post before the window listened, once; null: none. */
  takeText(): Promise<string | null>
  /** Files that the person opened with Posthorn, each once. */
  takeOpened(): Promise<readonly OpenedFile[]>
  /** The bytes of such a file in base64. */
  readOpened(openedId: string): Promise<Reply<string>>
  /** Opens the small window for a quick post. */
  openQuickPost(): Promise<void>
  /** Asks for a folder; null when the person closed the dialog. */
  chooseFolder(): Promise<string | null>
  /** Asks for a file to be written, or for one that is there; null when the person closed the dialog. */
  chooseFile(purpose: FilePurpose): Promise<string | null>
  /** Shows the folder in which an item lies ready to be posted by hand; why not, where it cannot. */
  showFolder(itemId: string): Promise<Failure | null>
  /** Shows the file that an item was published as, in its folder; why not, where it cannot. */
  showFile(itemId: string): Promise<Failure | null>
  /** Offers a published item's text and link to the system's places to share to; null where the system has none. */
  share: ((itemId: string) => Promise<Failure | null>) | null
}
