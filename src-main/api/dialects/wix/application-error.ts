import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A refusal in Wix's own words: a code its clients branch on. */
export class ApplicationError extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>

  constructor(status: ContentfulStatusCode, code: string, message: string, data: Record<string, unknown> = {}) {
    super(message)
    this.name = 'ApplicationError'
    this.status = status
    this.code = code
    this.data = data
  }
}

/** Stops a request with an application error. */
export const fail = (...of: ConstructorParameters<typeof ApplicationError>): never => {
  throw new ApplicationError(...of)
}
