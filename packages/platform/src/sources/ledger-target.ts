import type { LedgerTable } from "../workspace/ledger.ts";
import type { FileFormat } from "./file-format.ts";
import type { Guess } from "./guess-mapping.ts";
import type { Basis, Mapping, MappingOptions, Role, RoleSpec } from "./roles.ts";

/** All that is needed to read the rows of a file into a table. */
export type ReadPlan = {
  /** Where each role's text stands: an SQL name, or a literal that holds for all rows. */
  readonly cells: Readonly<Record<Role, string>>;
  readonly names: Mapping;
  readonly format: Pick<FileFormat, "numbers" | "times">;
  readonly basis: Basis;
  readonly currency: string;
  readonly timeZone: string;
  /** The day of the import in that time zone, ISO. */
  readonly today: string;
  /** Whether the relation has a column `broken`: rows that are no document. */
  readonly documents: boolean;
  /** Columns without a role that are kept by name, and where their text stands. */
  readonly attributes: readonly { readonly name: string; readonly cell: string }[];
};

/** A row for which `fails` holds is refused; `fails` is never NULL. `reason` is SQL. */
export type Check = { readonly role?: Role; readonly fails: string; readonly reason: string };

/** What names a row. `sure`: in any case; else only where the file has each key once. */
export type RowKey = { readonly columns: readonly string[]; readonly sure: boolean };

/** A name of a column that speaks for a table, and how loudly. */
type Sign = readonly [name: RegExp, weight: number];

/** A table of the ledger that files are imported into. */
export type LedgerTarget = {
  readonly table: LedgerTable;
  /** All columns but import_id and line with their types, in the order of the table. */
  readonly columns: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<Role, RoleSpec>>;
  /** The columns that name a row within its source, where it has a name. */
  readonly key: readonly string[];
  /** The column that says when a row happened. */
  readonly clock: string | undefined;
  readonly signs: readonly Sign[];
  /** Whether a file of this table may name customers. */
  readonly mayNameCustomers: boolean;
  /** Patterns that depend on the basis. */
  patterns?(role: Role, basis: Basis): readonly RegExp[];
  /** Takes and drops roles once all names have been looked at. */
  settle?(guess: Guess): void;
  /** Roles that must be mapped and are not, beside those that are required anyway. */
  missing?(mapping: Mapping, given: MappingOptions): readonly Role[];
  keyOf(plan: ReadPlan): RowKey | undefined;
  /** SQL over the cells by column; what no cell says is left out. Other names are for `sides`. */
  read(plan: ReadPlan): Readonly<Record<string, string>>;
  /** In the order in which a row's first fault is looked for. */
  checks(plan: ReadPlan): readonly Check[];
  /** Whether columns without a role are kept as attributes. */
  readonly keepsAttributes?: true;
  /** The rows themselves go nowhere: all they hold are statements of `sides`. */
  readonly sidesOnly?: true;
  /** Other tables that the same rows feed. */
  sides?(plan: ReadPlan): readonly Side[];
  /** The tables of all sides there can be. */
  readonly sideTables?: readonly LedgerTable[];
};

/** Rows of another table, made of the accepted rows of a file. */
export type Side = {
  readonly table: LedgerTable;
  /** Columns of that table but import_id and line. */
  readonly columns: readonly string[];
  /** SQL over the staged rows: line and those columns. */
  select(staged: string): string;
  /** What one statement is about; a row is added where its `value` differs from the last one. */
  readonly subject: readonly string[];
  readonly value: string;
  /** The column that says from when on the statement holds. */
  readonly since: string;
};

/** Where rows of a table go that others replace, and those of imports taken back. */
export function supersededOf(table: string): string {
  return `${table}_superseded`;
}

/** The tables an import into a target writes to. */
export function tablesOf({ table, sideTables = [] }: LedgerTarget): readonly LedgerTable[] {
  return [...new Set([table, ...sideTables])];
}
