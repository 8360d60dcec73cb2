/** What a column of a file can mean, such as "customer"; each ledger table has its own roles. */
export type Role = string;

/** The column of each role, or "=" and the text that holds for all rows. */
export type Mapping = Readonly<Record<Role, string>>;
/** What the user says of it: null means that no column has the role; the rest is guessed. */
export type MappingOptions = Readonly<Record<Role, string | null | undefined>>;

/** Whether amounts that count are before or after value added tax. */
export type Basis = "net" | "gross";

/**
 * How a role's text is read. "factor" is an exact number with six digits behind the point, "whole"
 * one without any; a "month" is a day or a month.
 */
export type RoleKind =
  | "id"
  | "text"
  | "money"
  | "factor"
  | "number"
  | "whole"
  | "time"
  | "day"
  | "month"
  | "flag";

/** One role of a table. */
export type RoleSpec = {
  readonly kind: RoleKind;
  /**
   * Names of columns, the surest pattern first. They are matched against names in lower case with
   * words parted by "_" and without a currency at the end.
   */
  readonly names: readonly RegExp[];
  /** Some column must have the role; "unless said" lets the user say that none has. */
  readonly required?: true | "unless said";
  /** A row without a value is refused. */
  readonly needed?: true;
  /** A time beyond all calendars, such as 31.12.9999, stands for none. */
  readonly open?: true;
  /** The ledger's column, where the role alone fills it. */
  readonly column?: string;
  /** The ledger's column that a preview shows for it, where others help to fill it. */
  readonly shows?: string;
};

/** The text that holds for all rows, where a mapping names no column. */
export function constantOf(mapped: string | null | undefined, names: readonly string[]) {
  return mapped?.startsWith("=") && !names.includes(mapped) ? mapped.slice(1) : undefined;
}

export function isNumberKind(kind: RoleKind): boolean {
  return kind === "money" || kind === "factor" || kind === "number" || kind === "whole";
}

export function isTimeKind(kind: RoleKind): boolean {
  return kind === "time" || kind === "day" || kind === "month";
}
