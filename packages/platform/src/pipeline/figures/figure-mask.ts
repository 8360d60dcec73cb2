import { type Engine, identifier, type Parameters } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { RunContext, Step } from "../step.ts";
import { FIGURES } from "./catalogue/index.ts";

const CELLS = readSql("figures/figure_mask");
const ROUND = readSql("figures/mask_more");
/** Families whose n counts purchases, orders or lines; several may be one person's. */
const OF_PURCHASES = ["sales", "contribution", "currency"];

/**
 * Which cells of the figures rest on too few persons to be shown, and which others must not be
 * shown either because those would follow from them: table figure_mask, one row a cell.
 */
export const figureMask: Step = {
  name: "figure_mask",
  reads: ["figure_value", "customer_profile", "profile_member", "figure_period"],
  text: CELLS + ROUND,
  inputs,
  checks: { "a cell is hidden or shown": "masked IS NULL OR masked NOT IN (0, 1)" },
  async write({ engine, settings }, table, options) {
    const parameters = inputs({ settings });
    const { smallest_group = null } = parameters;
    const [open, more] = [identifier(`${table}_open`), identifier(`${table}_more`)];
    const round = ROUND.replaceAll(/\b(FROM|JOIN) figure_mask\b/g, `$1 ${open}`);
    await engine.replaceTable(open, CELLS, parameters, options);
    await engine.replaceTable(table, `SELECT * FROM ${open} WHERE 1 = 0`);
    // What is hidden reaches no other figure and no other dimension: a group to which a round adds
    // nothing is done with, and only the others go through the next one.
    for (let groups = await groupsWith(engine, open, "sum(masked) > 0"); ; ) {
      const isOpen = `concat(figure, '|', dimension) IN (${groups.map(quoted).join(", ") || "''"})`;
      await engine.run(
        `INSERT INTO ${identifier(table)} SELECT * FROM ${open} WHERE NOT (${isOpen})`,
      );
      if (groups.length === 0) break;
      await engine.replaceTable(open, `SELECT * FROM ${open} WHERE ${isOpen}`);
      await engine.replaceTable(more, round, { smallest_group });
      const both = `(SELECT figure, dimension, masked FROM ${more}
        UNION ALL SELECT figure, dimension, -masked FROM ${open}) AS rounds`;
      groups = await groupsWith(engine, both, "sum(masked) > 0");
      await engine.replaceTable(open, `SELECT * FROM ${more}`);
    }
    await engine.run(`DROP TABLE IF EXISTS ${open}`);
    await engine.run(`DROP TABLE IF EXISTS ${more}`);
  },
};

/** The figures and dimensions, as figure|dimension, whose cells meet a condition together. */
async function groupsWith(engine: Engine, from: string, condition: string): Promise<string[]> {
  const rows = await engine.rows(
    `SELECT figure, dimension FROM ${from} GROUP BY figure, dimension HAVING ${condition}
     ORDER BY figure, dimension`,
  );
  return rows.map(({ figure, dimension }) => `${figure}|${dimension}`);
}

/** Names of figures and dimensions are our own; a quotation mark in one is doubled all the same. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function inputs({ settings }: Pick<RunContext, "settings">): Parameters {
  const names = FIGURES.filter(({ family }) => OF_PURCHASES.includes(family)).map(
    ({ name }) => name,
  );
  return { smallest_group: settings.smallestGroup, of_purchases: `|${names.join("|")}|` };
}
