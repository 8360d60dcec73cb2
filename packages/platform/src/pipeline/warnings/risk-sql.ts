import type { warnings } from "@kundenwert/models";
import { treeCase } from "../tree-case.ts";
import type { WarningKind } from "./kind.ts";
import type { RiskFit } from "./learn.ts";
import type { Term } from "./term.ts";
import { TERMS } from "./terms.ts";

/** Terms that are told of a customer. */
const TOLD = [1, 2, 3] as const;
/** Beyond so many standard deviations a value tells no more: as the model bounds it. */
const WIDEST = 5;

type LogisticTerm = warnings.logisticRegression.LogisticTerm;
type Used = { readonly term: Term; readonly fitted: LogisticTerm; readonly at: number };

/**
 * A SELECT of probability and the terms that raise it most, over `outlook`: a SELECT of the columns
 * that terms are made of. See TERMS and `RiskFit`.
 */
export function riskSql(kind: WarningKind, fit: RiskFit, outlook: string): string {
  const terms = TERMS[kind];
  const used = terms.flatMap((term, at): Used[] => {
    const fitted = fit.logistic.terms.find(({ name }) => name === term.name);
    return fitted ? [{ term, fitted, at }] : [];
  });
  // A term against its own sign only corrects others: nobody should read it as a reason.
  const reasons = used.filter(({ fitted }) => fitted.coefficient * fitted.association > 0);
  const trees = fit.forest?.trees ?? [];
  const columns = new Map(terms.map(({ name }, at) => [name, `v_${at}`]));
  const values = terms.flatMap(({ sql }, at) => [
    `${sql.value} AS v_${at}`,
    `${sql.shown} AS s_${at}`,
  ]);
  const grown = trees.map((tree, i) => {
    const leaf = (_: number, place: number) => double(tree.nodes[place]?.value[0] as number);
    return `${treeCase(tree, columns, leaf)} AS tree_${i}`;
  });
  const shown = reasons.map(({ at }) => `s_${at}`);
  return `WITH valued AS (SELECT customer_id, macro, gap, ${values.join(",\n")} FROM (${outlook}) AS outlook),
weighed AS (SELECT customer_id, macro, gap,
  ${[...shown, ...used.map(contribution), ...grown].join(",\n")} FROM valued),
said AS (SELECT customer_id, macro, gap, ${probability(fit, used, trees.length)} AS probability,
  ${[...shown, ...reasons.map(effect)].join(",\n")} FROM weighed),
placed AS (SELECT said.*${reasons.map((one) => `,\n${place(one, reasons)}`).join("")} FROM said)
SELECT customer_id, CAST('${kind}' AS VARCHAR) AS kind, macro, probability, gap,
  ${TOLD.map((told) => toldOf(reasons, told)).join(",\n")}
FROM placed`;
}

/**
 * The same without a fit: the best that needs no past, and no terms to tell of. See `probabilities`.
 */
export function withoutFitSql(kind: WarningKind, hasMbg: boolean, outlook: string): string {
  const quiet = hasMbg ? "quiet_mbg" : "quiet_hidden_markov";
  const reach = "expected_spend / (expected_spend + gap + 0.000000001)";
  const none = TOLD.map(
    (told) => `CAST(NULL AS VARCHAR) AS term_${told},
    CAST(NULL AS DOUBLE) AS shown_${told}, CAST(NULL AS DOUBLE) AS effect_${told}`,
  );
  return `SELECT customer_id, CAST('${kind}' AS VARCHAR) AS kind, macro,
    ${kind === "undesired" ? quiet : reach} AS probability, gap, ${none.join(", ")}
    FROM (${outlook}) AS outlook`;
}

/** What the term adds to the log-odds; what is not known adds nothing. */
function contribution({ fitted: { mean, deviation, coefficient }, at }: Used): string {
  const distance = `(v_${at} - ${double(mean)}) / ${double(deviation)}`;
  return `CASE WHEN v_${at} IS NULL THEN CAST(0 AS DOUBLE)
    ELSE ${double(coefficient)} * least(greatest(${distance}, -${WIDEST}), ${WIDEST}) END AS c_${at}`;
}

/** The contribution where it speaks for the change and there is something to tell. */
function effect({ term, at }: Used): string {
  const isSaid = term.unit === "none" ? `s_${at} = 1` : `s_${at} IS NOT NULL`;
  return `CASE WHEN c_${at} > 0 AND ${isSaid} THEN c_${at} ELSE CAST(0 AS DOUBLE) END AS e_${at}`;
}

function probability({ logistic }: RiskFit, used: readonly Used[], trees: number): string {
  const odds = [double(logistic.intercept), ...used.map(({ at }) => `c_${at}`)].join(" + ");
  const smooth = `1 / (1 + exp(-(${odds})))`;
  if (trees === 0) return smooth;
  // Each tree is named twice: one that is named once Trino writes into the sum, and ten of them are
  // more than one method of Java can hold.
  const sum = Array.from({ length: trees }, (_, i) => `(tree_${i} + tree_${i})`).join(" + ");
  return `(${smooth} + (${sum}) / ${2 * trees}) / 2`;
}

/** How many terms say more; of equal ones the earlier comes first. */
function place({ at }: Used, reasons: readonly Used[]): string {
  const before = reasons
    .filter((other) => other.at !== at)
    .map((other) => {
      const isMore = other.at < at ? ">=" : ">";
      return `CASE WHEN e_${other.at} ${isMore} e_${at} THEN 1 ELSE 0 END`;
    });
  const count = before.length > 0 ? before.join(" + ") : "0";
  return `CASE WHEN e_${at} > 0 THEN 1 + ${count} ELSE 0 END AS p_${at}`;
}

function toldOf(reasons: readonly Used[], told: number): string {
  const choose = (type: string, column: (one: Used) => string) =>
    reasons.length === 0
      ? `CAST(NULL AS ${type})`
      : `CASE ${reasons.map((one) => `WHEN p_${one.at} = ${told} THEN ${column(one)}`).join(" ")} END`;
  return `${choose("VARCHAR", ({ term }) => `'${term.name}'`)} AS term_${told},
  ${choose("DOUBLE", ({ at }) => `s_${at}`)} AS shown_${told},
  ${choose("DOUBLE", ({ at }) => `e_${at}`)} AS effect_${told}`;
}

function double(value: number): string {
  return `CAST(${value} AS DOUBLE)`;
}
