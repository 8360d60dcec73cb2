import type { Engine, Parameters } from "../../engines/engine.ts";

/** A number under which a person is also known. */
export type Member = {
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
const IMPORTS_OF = (name: string) => `(SELECT import_id FROM imports WHERE source = $${name})`;

/**
 * A query for one customer number, read for a person: every `customer_id = $customer_id` of it
 * takes in the merged numbers and leaves out the sources that mean somebody else.
 */
export function ofPerson(
  sql: string,
  { customerId, members, without }: Person,
): { readonly sql: string; readonly parameters: Parameters } {
  const parameters: Record<string, string> = { customer_id: customerId };
  const bind = (name: string, value: string) => {
    parameters[name] = value;
    return name;
  };
  const others = without.map(
    (source, i) => ` AND import_id NOT IN ${IMPORTS_OF(bind(`without_${i}`, source))}`,
  );
  const merged = members.map(({ customerId: id, source }, i) => {
    const same = `customer_id = $${bind(`member_${i}`, id)}`;
    return source ? `${same} AND import_id IN ${IMPORTS_OF(bind(`source_${i}`, source))}` : same;
  });
  const conditions = [`${ONE}${others.join("")}`, ...merged].map((one) => `(${one})`);
  if (merged.length === 0 && others.length === 0) return { sql, parameters };
  return { sql: sql.replaceAll(ONE, `(${conditions.join(" OR ")})`), parameters };
}
