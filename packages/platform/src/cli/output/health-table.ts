import type { Discrimination } from "../../pipeline/health/discrimination.ts";
import type { HealthReport } from "../../pipeline/health/health-report.ts";
import type { HealthProof } from "../../pipeline/health/prove-health.ts";
import type { CustomerHealth } from "../../pipeline/health/read-health.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "./table.ts";

/** Customers by band, what the score is made of, and whether it foresaw who left. */
export function describeHealth(report: HealthReport, speech: Speech): string {
  const { day, number, percent, text } = speech;
  const t = text.health;
  if (report.periodEnd === null) return t.none;
  return [
    t.caption(day(report.periodEnd)),
    stock(report, speech),
    t.bounds(number(report.redBelow), number(report.greenFrom), percent(report.leastCoverage)),
    parts(report, speech),
    ...(report.missing.length > 0
      ? [t.missing(report.missing.map((part) => t.parts[part] ?? part).join(", "))]
      : []),
    ...proofs(report, speech),
  ].join("\n");
}

function stock({ stock: rows }: HealthReport, { number, text }: Speech): string {
  const t = text.health;
  return drawTable(
    [{ title: t.kind }, { title: t.band }, right(t.count), right(t.score)],
    rows.map(({ kind, band, customers, meanScore }) => [
      t.kinds[kind] ?? kind,
      t.bands[band] ?? band,
      number(customers),
      number(meanScore, 1),
    ]),
  );
}

function parts({ parts: rows }: HealthReport, { number, text }: Speech): string {
  const t = text.health;
  return drawTable(
    [
      { title: t.part },
      { title: t.kind },
      { title: t.from },
      right(t.worst),
      right(t.best),
      right(t.weight),
    ],
    rows.map(({ part, kind, feature, per, worst, best, weight }) => [
      t.parts[part] ?? part,
      kind ? (t.kinds[kind] ?? kind) : "",
      per ? `${feature} ÷ ${per}` : feature,
      number(worst, worst % 1 === 0 ? 0 : 2),
      number(best, best % 1 === 0 ? 0 : 2),
      number(weight),
    ]),
  );
}

function proofs({ proofs: all, churnMonths }: HealthReport, speech: Speech): string[] {
  const t = speech.text.health;
  if (all.length === 0) return [t.noProof];
  return [
    t.proof(speech.number(churnMonths)),
    drawTable(
      [
        { title: t.kind },
        { title: t.origin },
        ...[t.customers, t.churned, t.auc, t.days].map(right),
        { title: t.verdict },
      ],
      all.map((proof) => proofLine(proof, speech)),
    ),
    bandsOfLatest(all, speech),
    t.reading,
  ];
}

function proofLine(proof: HealthProof, { day, number, percent, text }: Speech): string[] {
  const t = text.health;
  const told = (found: Discrimination | null) =>
    found
      ? `${percent(found.auc)} (${percent(found.low)} – ${percent(found.high)})`
      : percent(null);
  return [
    t.kinds[proof.kind] ?? proof.kind,
    day(proof.origin),
    number(proof.customers),
    number(proof.churned),
    told(proof.health),
    told(proof.days),
    t.verdicts[proof.verdict] ?? proof.verdict,
  ];
}

/** Of each kind the latest origin. */
function bandsOfLatest(all: readonly HealthProof[], speech: Speech): string {
  const { day, number, percent, text } = speech;
  const t = text.health;
  const latest = all.filter(({ kind }, at) => all.findIndex((one) => one.kind === kind) === at);
  return drawTable(
    [{ title: t.kind }, { title: t.origin }, { title: t.band }, right(t.customers), right(t.rate)],
    latest.flatMap(({ kind, origin, bands }) =>
      bands.map(({ band, customers, rate, low, high }) => [
        t.kinds[kind] ?? kind,
        day(origin),
        t.bands[band] ?? band,
        number(customers),
        `${percent(rate)} (${percent(low)} – ${percent(high)})`,
      ]),
    ),
  );
}

/** A customer's score and the parts that make it. */
export function describeCustomerHealth(health: CustomerHealth, speech: Speech): string {
  const { day, number, percent, text } = speech;
  const t = text.health;
  const { band, score, periodEnd, coverage } = health;
  const head =
    score === null
      ? t.noScore(day(periodEnd), percent(coverage))
      : t.customer(t.bands[band] ?? band, number(score, 1), day(periodEnd), percent(coverage));
  const table = drawTable(
    [{ title: t.part }, right(t.value), right(t.points), right(t.share)],
    health.parts.map(({ part, value, points, share }) => [
      t.parts[part] ?? part,
      number(value, value !== null && value % 1 !== 0 ? 2 : 0),
      number(points, 0),
      percent(share),
    ]),
  );
  return `${head}\n${table}`;
}
