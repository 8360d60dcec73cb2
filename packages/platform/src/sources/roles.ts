/** What a column of a file can mean. One list a ledger table; orders is the first. */
export const ROLES = [
  "customer",
  "time",
  "amount",
  "order",
  "line",
  "product",
  "category",
  "quantity",
  "unitPrice",
  "cost",
  "unitCost",
  "tax",
  "gross",
  "currency",
  "channel",
  "returnOf",
] as const;
export type Role = (typeof ROLES)[number];

/** The column of each role. */
export type Mapping = Readonly<Partial<Record<Role, string>>>;
/** What the user says of it: null means that no column has the role; the rest is guessed. */
export type MappingOptions = Readonly<Partial<Record<Role, string | null>>>;

/** Whether amounts that count are before or after value added tax. */
export type Basis = "net" | "gross";

const NUMBER_ROLES = [
  "amount",
  "quantity",
  "unitPrice",
  "cost",
  "unitCost",
  "tax",
  "gross",
] as const satisfies readonly Role[];
export type NumberRole = (typeof NUMBER_ROLES)[number];

/** Without these nothing can be imported into orders. */
export const REQUIRED_ROLES = ["customer", "time"] as const satisfies readonly Role[];

export function isNumberRole(role: Role): role is NumberRole {
  return (NUMBER_ROLES as readonly Role[]).includes(role);
}
