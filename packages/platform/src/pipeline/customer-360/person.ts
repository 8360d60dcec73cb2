import type { Engine, Parameters } from "../../engines/engine.ts";
import { partedNumber } from "../identity/match.ts";

/** A number under which a person is also known. */
type Member = {
  readonly customerId: string;
  /** The only source whose rows of this number are meant; empty for all sources. */
  readonly source: string;
  readonly since: string;
  readonly reason: string;
  readonly decidedBy: string;
};

/** A person: the number it is read under, and those that were merged into it. */
export type Person = {
  readonly customerId: string;
  readonly members: readonly Member[];
  /** The sources whose rows of `customerId` itself belong to somebody else. */
  readonly without: readonly string[];
};

/** The person whom a number belongs to; a number without alias is a person of its own. */
export async function readPerson(engine: Engine, id: string): Promise<Person> {
  const [alias] = await engine.rows(
    "SELECT canonical_id FROM customer_alias WHERE customer_id = $id AND source = ''",
    { id },
  );
  const customerId = String(alias?.canonical_id ?? id);
  const rows = await engine.rows(
    `SELECT customer_id, source, CAST(since AS VARCHAR) AS since, reason, decided_by, canonical_id
     FROM customer_alias WHERE canonical_id = $id OR (customer_id = $id AND source <> '')
     ORDER BY customer_id, source`,
    { id: customerId },
  );
  const own = rows.filter(({ canonical_id }) => canonical_id === customerId);
  return {
    customerId,
    members: own.map((row) => ({
      customerId: String(row.customer_id),
      source: String(row.source),
      since: String(row.since),
      reason: String(row.reason),
      decidedBy: String(row.decided_by),
    })),
    without: rows
      .filter((row) => row.customer_id === customerId && row.canonical_id !== customerId)
      .map(({ source }) => String(source)),
  };
}

const ONE = "customer_id = $customer_id";
/** What only the canonical number itself counts for, such as consents. */
const OWN = "customer_id = $own";

/**
 * A query for one customer number, read for a person: every `customer_id = $customer_id` of it
 * takes in the merged numbers and leaves out the sources that mean somebody else; every
 * `customer_id = $own` takes in the canonical number only.
 */
export function ofPerson(
  sql: string,
  { customerId, members, without }: Person,
): { readonly sql: string; readonly parameters: Parameters } {
  const parameters: Record<string, string> = { customer_id: customerId, own: customerId };
  if (members.length === 0 && without.length === 0) return { sql, parameters };
  const bind = (name: string, value: string) => {
    parameters[name] = value;
    return `$${name}`;
  };
  const importsOf = (source: string) => `(SELECT import_id FROM imports WHERE source = ${source})`;
  const own = [
    ONE,
    ...without.map((source, i) => `import_id NOT IN ${importsOf(bind(`without_${i}`, source))}`),
  ].join(" AND ");
  const merged = members.map(({ customerId: id, source }, i) => {
    const same = `customer_id = ${bind(`member_${i}`, id)}`;
    const only = source && ` AND import_id IN ${importsOf(bind(`source_${i}`, source))}`;
    return { condition: `(${same}${only})`, isOwn: partedNumber(id, source) === customerId };
  });
  const anyOf = (conditions: readonly string[]) => `(${conditions.join(" OR ")})`;
  const all = anyOf([`(${own})`, ...merged.map(({ condition }) => condition)]);
  const first = anyOf([
    `(${own})`,
    ...merged.filter(({ isOwn }) => isOwn).map(({ condition }) => condition),
  ]);
  return { sql: sql.replaceAll(ONE, all).replaceAll(OWN, first), parameters };
}
