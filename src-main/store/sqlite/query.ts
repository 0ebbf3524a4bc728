import {
  DummyDriver,
  Kysely,
  type RawBuilder,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tables } from '../rows/tables.ts'

/** What SQLite stores. */
export type Value = string | number | bigint | Uint8Array | null

/** SQL with its values; `R` is the shape of a row. */
export type Bound<R> = { readonly sql: string; readonly parameters: readonly unknown[]; readonly row?: R }

/** SQL that was compiled once and takes its values by name. */
export type Query<P, R> = { with(values: P): Bound<R> }

/** Something that kysely can turn into SQL: a builder, or SQL written out. */
type Compilable<R> = (RawBuilder<R> | { execute(): Promise<R[]> }) & {
  compile(by: Kysely<Tables>): { readonly sql: string; readonly parameters: readonly unknown[] }
}

/** Builds SQL for whatever connection it is run on; it has none itself. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

class Named {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** Stands in a query for a value that comes later. */
export type Place<P> = <K extends keyof P & string>(name: K) => RawBuilder<P[K]>

// SQLite plans some queries (`limit ?`, `= ?` with an order) by the value that is bound, and so prepares them anew each
// time one is: ten times the work of running them. Behind a plus, which does nothing, it does not look.
const place = (name: string): RawBuilder<never> => sql`+${new Named(name)}`

/** Places for several columns at once, each named as its column. */
export const places = <P, K extends keyof P & string>(place: Place<P>, columns: readonly K[]) =>
  Object.fromEntries(columns.map((column) => [column, place(column)])) as { [C in K]: RawBuilder<P[C]> }

/**
 * A query that is built by kysely the first time it is used and never again: building takes longer than running one
 * that SQLite has prepared already.
 */
export const query =
  <P extends Record<string, Value>>() =>
  <R>(compose: (place: Place<P>) => Compilable<R>): Query<P, R> => {
    let compiled: { sql: string; parameters: readonly unknown[] } | undefined
    return {
      with(values) {
        compiled ??= compose(place).compile(build)
        const parameters = compiled.parameters.map((one) => (one instanceof Named ? values[one.name] : one))
        return { sql: compiled.sql, parameters }
      },
    }
  }

/** The values of a JSON array as rows: one SQL text for lists of every length, so that it stays prepared. */
export const each = <T extends Value>(json: RawBuilder<string>): RawBuilder<T> =>
  sql<T>`(select value from json_each(${json}))`
