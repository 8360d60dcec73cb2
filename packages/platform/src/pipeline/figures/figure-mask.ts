import { identifier, type Parameters } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { RunContext, Step } from "../step.ts";
import { FIGURES } from "./catalogue/index.ts";
import { suppress } from "./suppress.ts";

const CELLS = readSql("figures/figure_mask");
/** Families whose n counts purchases, orders or lines; several may be one person's. */
const OF_PURCHASES = ["sales", "contribution", "currency"];
/** Bumped when other cells would be hidden of the same figures. */
const VERSION = "2";

/** The cells in the order of their numbers, each with the same one of the next longer period. */
const LINKED = `SELECT cell.across_no AS across_no, cell.persons AS persons,
    cell.numerator AS numerator, cell.denominator AS denominator,
    CAST(cell.masked AS DOUBLE) AS masked, parent.cell_no AS parent_no
  FROM figure_mask AS cell
  LEFT JOIN figure_mask AS parent
    ON cell.figure = parent.figure AND cell.dimension = parent.dimension
    AND cell.member = parent.member AND cell.parent_kind = parent.period_kind
    AND cell.parent_start = parent.period_start
  ORDER BY cell.cell_no`;

/**
 * Which cells of the figures rest on too few persons to be shown, and which others must not be
 * shown either because those would follow from them: table figure_mask, one row a hidden cell.
 */
export const figureMask: Step = {
  name: "figure_mask",
  reads: ["figure_value", "customer_profile", "profile_member", "figure_period"],
  text: CELLS + LINKED + VERSION,
  inputs,
  checks: { "who is hidden is somebody": "persons <= 0" },
  async write({ engine, settings }, table, options) {
    const [cells, hidden] = [identifier(`${table}_cell`), identifier(`${table}_hidden`)];
    await engine.replaceTable(cells, CELLS, inputs({ settings }), options);
    const columns = await engine.columns(LINKED.replaceAll(/\bfigure_mask\b/g, cells));
    const number = (name: string) => Float64Array.from(columns[name] as Float64Array);
    const marks = suppress(
      {
        across: number("across_no"),
        parent: number("parent_no").map((no) => no - 1),
        persons: number("persons"),
        numerator: number("numerator"),
        denominator: number("denominator"),
        small: number("masked"),
      },
      settings.smallestGroup,
    );
    await engine.replaceTable(hidden, "SELECT CAST(0 AS DOUBLE) AS cell_no WHERE 1 = 0");
    const numbers = number("persons").map((_, place) => place + 1);
    await engine.append(hidden, { cell_no: numbers.filter((_, place) => marks[place] === 1) });
    await engine.replaceTable(
      table,
      `SELECT figure, dimension, member, period_kind, period_start, persons,
         CAST(1 AS INTEGER) AS masked
       FROM ${cells} AS cell JOIN ${hidden} AS hidden ON cell.cell_no = hidden.cell_no`,
    );
    for (const aside of [cells, hidden]) await engine.run(`DROP TABLE ${aside}`);
  },
};

function inputs({ settings }: Pick<RunContext, "settings">): Parameters {
  const names = FIGURES.filter(({ family }) => OF_PURCHASES.includes(family)).map(
    ({ name }) => name,
  );
  return { smallest_group: settings.smallestGroup, of_purchases: `|${names.join("|")}|` };
}
