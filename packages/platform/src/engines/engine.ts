/** A value bound to a `$parameter`. A Date is a calendar day (its UTC date), never an instant. */
export type SqlValue = string | number | boolean | Date | null;
export type Parameters = Readonly<Record<string, SqlValue>>;

/** A value in a row for people: numbers as number, days and times as ISO text. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** Numbers and days (counted from 1970-01-01) as Float64Array with NaN for NULL; the rest as text. */
export type Column = Float64Array | readonly (string | null)[];
export type Columns = Readonly<Record<string, Column>>;

export type StatementOptions = {
  /** Stops the statement within 100 ms; it then fails with ENGINE_CANCELLED. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the share done in [0, 1] while the statement runs, if the engine knows it. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

/** Statements one after another, inside or outside a transaction. */
export type Statements = {
  /** Runs a statement for its effect and returns the number of rows it changed. */
  run(sql: string, parameters?: Parameters, options?: StatementOptions): Promise<number>;
  /** All rows of a small result, as objects. */
  rows(sql: string, parameters?: Parameters, options?: StatementOptions): Promise<readonly Row[]>;
  /** All rows of a large result, column by column. */
  columns(sql: string, parameters?: Parameters, options?: StatementOptions): Promise<Columns>;
  /** The same in batches of a few thousand rows, so that a result of any size can pass through. */
  batches(sql: string, parameters?: Parameters, options?: StatementOptions): AsyncIterable<Columns>;
  /** Appends rows to an existing table; `columns` holds all of its columns, in any order. */
  append(table: string, columns: Columns): Promise<void>;
  /** Builds `table` from a SELECT and puts it in the place of the one before, all or nothing. */
  replaceTable(
    table: string,
    select: string,
    parameters?: Parameters,
    options?: StatementOptions,
  ): Promise<void>;
  /** Replaces the rows of `table` whose `column` equals `period` by a SELECT, all or nothing. */
  replacePeriod(
    period: { readonly table: string; readonly column: string; readonly value: SqlValue },
    select: string,
    parameters?: Parameters,
    options?: StatementOptions,
  ): Promise<void>;
  hasTable(table: string): Promise<boolean>;
};

/** A database the pipeline can run on. Every engine passes the tests of engine-suite.ts. */
export type Engine = Statements & {
  readonly dialect: "duckdb" | "trino";
  /** Runs `work` so that all of its statements take effect, or none. */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Table and column names come from our own lists only; this keeps it so. */
export function identifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) {
    throw new TypeError(`"${name}" is no identifier of ours`);
  }
  return name;
}
