/** A queue under test: so many jobs are put in, then each is claimed and completed, one after the other. */
export type BenchQueue = {
  fill(jobs: number): Promise<void>
  drain(jobs: number): Promise<void>
  close(): Promise<void>
}
