import { defineTarget } from "../define-target.ts";
import type { LedgerTarget, ReadPlan } from "../ledger-target.ts";
import { readRole } from "../read-column.ts";
import { CUSTOMER_NAMES, normalizeName, TIME_NAMES } from "../role-names.ts";
import type { Mapping } from "../roles.ts";
import { reason } from "../row-checks.ts";
import { literal, plainText } from "../sql-text.ts";

const ID =
  /^(feedback|survey|review|response|umfrage|bewertungs?|rezensions?|antwort)_?(id|no|nr|number|nummer)$/;
const SCORE =
  /^(score|nps(_score)?|csat(_score)?|rating|stars?|sterne|bewertung|note|satisfaction(_score)?|zufriedenheit|weiterempfehlung(swahrscheinlichkeit)?|likelihood_to_recommend|punkte)$/;
const COMMENT =
  /^(comment|kommentar|freitext|feedback(_text)?|review_?(text|body)|text|verbatim|anmerkung|nachricht|message)$/;
const TIME =
  /^(given|answered|submitted|feedback|survey|review|response|umfrage|bewertungs?|beantwortet)_?(at|on|am|date|datum|time|zeitpunkt)$/;

/** Which kind of answer a word speaks of; the first that fits. */
const KINDS = [
  ["nps", "nps|promoter|weiterempfehl|recommend"],
  ["csat", "csat|satisf|zufrieden"],
  ["review", "review|rating|bewertung|rezension|stern|star"],
] as const;

/** Answers: how content customers are. */
export const FEEDBACK: LedgerTarget = defineTarget({
  table: "feedback",
  columns: {
    feedback_id: "VARCHAR",
    customer_id: "VARCHAR",
    given_at: "TIMESTAMP",
    kind: "VARCHAR",
    score: "DOUBLE",
    comment: "VARCHAR",
    channel: "VARCHAR",
    interaction_id: "VARCHAR",
    order_id: "VARCHAR",
  },
  key: ["feedback_id"],
  keyed: { sure: false, by: ["feedback"] },
  clock: "given_at",
  roles: {
    customer: { kind: "id", required: "unless said", column: "customer_id", names: CUSTOMER_NAMES },
    time: {
      kind: "time",
      required: "unless said",
      column: "given_at",
      names: [TIME, ...TIME_NAMES],
    },
    feedback: { kind: "id", column: "feedback_id", names: [ID, /^id$/] },
    kind: {
      kind: "text",
      shows: "kind",
      names: [
        /^(kind|type|typ|art|feedback_?(type|kind)|survey_?(type|name)|question|frage|umfrage)$/,
      ],
    },
    score: {
      kind: "number",
      shows: "score",
      names: [SCORE, /^(value|wert|answer|antwort|result)$/],
    },
    /** The best mark, where it is not 5: marks from 1 to it become marks from 1 to 5. */
    best: { kind: "whole", names: [] },
    comment: { kind: "text", column: "comment", names: [COMMENT] },
    channel: { kind: "text", column: "channel", names: [/^(channel|kanal|medium)$/] },
    interaction: {
      kind: "id",
      column: "interaction_id",
      names: [
        /^(interaction|interaktions?|ticket|case|call|kontakt|vorgangs?)_?(id|nr|no|number|nummer)$/,
      ],
    },
    order: {
      kind: "id",
      column: "order_id",
      names: [/^(order|bestell|auftrags?|purchase)_?(id|no|nr|number|nummer)$/],
    },
  },
  signs: [
    [ID, 4],
    [SCORE, 4],
    [COMMENT, 2],
    [TIME, 2],
    [/^(promoter|detractor|survey|umfrage)/, 2],
  ],
  missing(mapping) {
    const missing: string[] = [];
    if (!mapping.score && !mapping.comment) missing.push("score");
    return mapping.score && !mapping.kind && !kindOfName(mapping) ? [...missing, "kind"] : missing;
  },
  derive: (plan) => ({ kind: kindSql(plan), score: scoreSql(plan) }),
  alsoChecks: ({ cells }) =>
    cells.score
      ? [
          {
            role: cells.kind ? "kind" : "score",
            fails: "score IS NOT NULL AND coalesce(kind, '') NOT IN ('nps', 'csat', 'review')",
            reason: reason("KIND_UNKNOWN"),
          },
          {
            role: "score",
            fails: `score IS NOT NULL AND NOT (CASE WHEN kind = 'nps'
              THEN score BETWEEN 0 AND 10 ELSE score BETWEEN 1 AND 5 END)`,
            reason: reason("SCORE_OUT_OF_RANGE"),
          },
        ]
      : [],
});

/** NPS has a scale of its own. */
function scoreSql(plan: ReadPlan): string | undefined {
  const score = readRole(plan, "score", "number");
  const best = readRole(plan, "best", "whole");
  if (!score || !best) return score;
  const share = `(${score} - 1) / nullif(CAST(${best} AS DOUBLE) - 1, 0)`;
  return `CASE WHEN ${kindSql(plan)} = 'nps' THEN ${score} ELSE 1 + 4 * ${share} END`;
}

/** The kind that the name of the score's column tells. */
function kindOfName({ score }: Mapping): string | undefined {
  const name = normalizeName(score ?? "");
  return KINDS.find(([, words]) => new RegExp(words).test(name))?.[0];
}

function kindSql({ cells, names }: ReadPlan): string | undefined {
  const { kind } = cells;
  if (!kind) {
    const told = kindOfName(names);
    return told && literal(told);
  }
  const word = `lower(${plainText(kind)})`;
  const cases = KINDS.map(
    ([name, words]) => `WHEN regexp_matches(${word}, ${literal(words)}) THEN ${literal(name)}`,
  );
  return `CASE ${cases.join(" ")} ELSE ${word} END`;
}
