import type { Engine, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { HealthPart } from "../../workspace/health-settings.ts";
import type { Settings } from "../../workspace/settings.ts";
import { readBody, writeBody } from "../body.ts";
import { addMonths, isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { tooSmall } from "../figures/suppress.ts";
import { snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import type { RunContext, Step } from "../step.ts";
import { HEALTH_KINDS, type HealthKind, type HealthPlan, planHealth } from "./health-parts.ts";
import { type HealthSql, healthSql } from "./health-sql.ts";
import { type HealthProof, type OutcomeCell, prove } from "./prove-health.ts";

/** What the health score is made of, who has which, and whether it foresaw who left. */
export type HealthReport = {
  /** The month end the stock is told of; null where no month is complete yet. */
  readonly periodEnd: string | null;
  readonly parts: readonly HealthPart[];
  /** Parts that the workspace has no data for. */
  readonly missing: readonly string[];
  readonly redBelow: number;
  readonly greenFrom: number;
  readonly leastCoverage: number;
  readonly churnMonths: number;
  readonly stock: readonly HealthStock[];
  /** By kind, the latest origin first. */
  readonly proofs: readonly HealthProof[];
};

/** Customers of a kind by band. */
type HealthStock = {
  readonly kind: HealthKind;
  readonly band: string;
  readonly customers: number;
  readonly meanScore: number | null;
};

/** So many origins are judged, one outcome apart, so that no month counts twice. */
const MOST_ORIGINS = 4;
/** Bumped when the report would come out otherwise from the same snapshots. */
const VERSION = "1";

/** The report as a step: a table of one row of JSON. */
export function healthReportStep(features: readonly Feature[], settings: Settings): Step {
  const plan = planHealth(settings, features);
  const health = healthSql(plan, features, settings);
  const sql = outcomeSql(health, features);
  return {
    name: "health_report",
    reads: ["snapshot", "customer_health"],
    text: JSON.stringify([VERSION, sql]),
    inputs: () => ({ ...health.parameters, churn_months: settings.health.churnMonths }),
    checks: {},
    async write(context, table, options) {
      const periods = (await snapshotPeriods(context)).map(({ end }) => end);
      const last = periods.at(-1);
      const { parts: _, ...rules } = settings.health;
      await writeBody(context.engine, table, {
        periodEnd: last ? isoDay(last) : null,
        parts: plan.parts,
        missing: plan.missing,
        ...rules,
        stock: last ? await stockAt(context.engine, last) : [],
        proofs: await proofsOf(
          context,
          periods,
          { sql, parameters: health.parameters },
          plan,
          options,
        ),
      } satisfies HealthReport);
    },
  };
}

/** A report without the bands of few customers; `suppressed` counts them. */
export type ShownHealth = HealthReport & { readonly suppressed: number };

/** The report of the last run, by the rule of small groups; undefined where none has made one. */
export async function readHealthReport(
  engine: Engine,
  smallestGroup: number,
): Promise<ShownHealth | undefined> {
  if (!(await engine.hasTable("health_report"))) return undefined;
  const report = await readBody<HealthReport>(engine, "health_report");
  let suppressed = 0;
  const shown = <T extends Band>(bands: readonly T[]): T[] => {
    const persons = bands.map(({ customers }) => customers);
    const isHidden = tooSmall(
      persons,
      bands.map(({ kind = "all" }) => [kind]),
      smallestGroup,
    );
    suppressed += isHidden.filter(Boolean).length;
    return bands.filter((_, at) => !isHidden[at]);
  };
  const stock = shown(report.stock);
  const proofs = report.proofs.map((proof) => ({ ...proof, bands: shown(proof.bands) }));
  return { ...report, stock, proofs, suppressed };
}

type Band = { readonly customers: number; readonly kind?: HealthKind };

function outcomeSql(health: HealthSql, features: readonly Feature[]): string {
  const column = (name: string) =>
    features.some((feature) => feature.name === name) ? name : "CAST(NULL AS DOUBLE)";
  return readSql("health/health_outcome")
    .replace("(health_of_settings)", () => `(${health.sql})`)
    .replace("tenure_of_settings", column("days_since_contract_start"))
    .replace("contracts_of_settings", column("contracts"));
}

async function stockAt(engine: Engine, end: Date): Promise<HealthStock[]> {
  const rows = await engine.rows(
    `SELECT kind, band, CAST(count(*) AS DOUBLE) AS customers, round(avg(score), 1) AS mean_score
     FROM customer_health WHERE period_end = $end GROUP BY kind, band ORDER BY kind, band`,
    { end },
  );
  return rows.map((row) => ({
    kind: row.kind as HealthKind,
    band: String(row.band),
    customers: Number(row.customers),
    meanScore: row.mean_score as number | null,
  }));
}

/** As if each origin were today: what the score said then, and who left in the months after. */
async function proofsOf(
  { engine, settings }: RunContext,
  periods: readonly Date[],
  { sql, parameters }: HealthSql,
  plan: HealthPlan,
  options: StatementOptions,
): Promise<HealthProof[]> {
  if (plan.parts.length === 0) return [];
  const proofs: HealthProof[] = [];
  let end = periods.at(-1);
  for (let back = 0; end && back < MOST_ORIGINS; back++) {
    const origin = monthsBefore(periods, end, settings.health.churnMonths);
    if (!origin) break;
    const rows = await engine.rows(
      sql,
      { ...parameters, period_end: origin, outcome_end: end },
      options,
    );
    const cells = rows as unknown as readonly OutcomeCell[];
    for (const kind of HEALTH_KINDS) {
      const own = cells.filter((cell) => cell.kind === kind);
      if (own.length > 0) proofs.push(prove(kind, isoDay(origin), isoDay(end), own));
    }
    end = origin;
  }
  return HEALTH_KINDS.flatMap((kind) => proofs.filter((proof) => proof.kind === kind));
}

/** The month end so many months before another, if there is a snapshot of it. */
function monthsBefore(periods: readonly Date[], end: Date, months: number): Date | undefined {
  const wanted = isoDay(addMonths(end, -months)).slice(0, 7);
  return periods.find((period) => isoDay(period).startsWith(wanted));
}
