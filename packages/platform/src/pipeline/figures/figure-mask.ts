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
    await engine.replaceTable(table, CELLS, parameters, options);
    const { smallest_group } = parameters;
    for (let before = 0; ; ) {
      const masked = await countMasked(engine, table);
      if (masked === before) break;
      before = masked;
      const round = ROUND.replaceAll(/\b(FROM|JOIN) figure_mask\b/g, `$1 ${identifier(table)}`);
      await engine.replaceTable(`${table}_more`, round, { smallest_group: smallest_group ?? null });
      await engine.replaceTable(table, `SELECT * FROM ${identifier(`${table}_more`)}`);
    }
    await engine.run(`DROP TABLE IF EXISTS ${identifier(`${table}_more`)}`);
  },
};

function inputs({ settings }: Pick<RunContext, "settings">): Parameters {
  const names = FIGURES.filter(({ family }) => OF_PURCHASES.includes(family)).map(
    ({ name }) => name,
  );
  return { smallest_group: settings.smallestGroup, of_purchases: `|${names.join("|")}|` };
}

async function countMasked(engine: Engine, table: string): Promise<number> {
  const [row] = await engine.rows(
    `SELECT CAST(coalesce(sum(masked), 0) AS DOUBLE) AS masked FROM ${identifier(table)}`,
  );
  return Number(row?.masked);
}
