import { type Discrimination, discriminate } from "./discrimination.ts";
import type { HealthKind } from "./health-parts.ts";

/** A row of sql/health/health_outcome.sql. */
export type OutcomeCell = {
  readonly kind: HealthKind;
  readonly band: string;
  readonly measure: "health" | "days";
  readonly score: number | null;
  readonly churned: number;
  readonly stayed: number;
};

/** Who left in the months after an origin, by what the score had said. */
export type HealthProof = {
  readonly kind: HealthKind;
  readonly origin: string;
  readonly outcomeEnd: string;
  /** Customers with a score. */
  readonly customers: number;
  readonly churned: number;
  /** Null where fewer than ten left or stayed. */
  readonly health: Discrimination | null;
  /** The same customers by days alone: since the last purchase, or of the contract. */
  readonly days: Discrimination | null;
  /** foresees: the interval of the AUC lies above one half. */
  readonly verdict: "foresees" | "not-proven" | "too-few";
  readonly bands: readonly BandProof[];
};

/** Customers of a band, and the share that left with its 95 % interval (Wilson). */
type BandProof = {
  readonly band: string;
  readonly customers: number;
  readonly churned: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
};

const BANDS = ["red", "yellow", "green", "none"] as const;

/** @param cells of one kind of customer at one origin */
export function prove(
  kind: HealthKind,
  origin: string,
  outcomeEnd: string,
  cells: readonly OutcomeCell[],
): HealthProof {
  const known = (measure: OutcomeCell["measure"]) =>
    cells.flatMap(({ score, ...cell }) =>
      cell.measure === measure && score !== null ? [{ ...cell, score }] : [],
    );
  const scored = known("health");
  const churned = scored.reduce((sum, cell) => sum + cell.churned, 0);
  const health = discriminate(scored) ?? null;
  return {
    kind,
    origin,
    outcomeEnd,
    customers: scored.reduce((sum, cell) => sum + cell.stayed, churned),
    churned,
    health,
    days: discriminate(known("days")) ?? null,
    verdict: health === null ? "too-few" : health.low > 0.5 ? "foresees" : "not-proven",
    bands: BANDS.flatMap((band) => bandProof(band, cells)),
  };
}

function bandProof(band: string, cells: readonly OutcomeCell[]): BandProof[] {
  const own = cells.filter((cell) => cell.measure === "health" && cell.band === band);
  const churned = own.reduce((sum, cell) => sum + cell.churned, 0);
  const customers = own.reduce((sum, cell) => sum + cell.stayed, churned);
  if (customers === 0) return [];
  return [{ band, customers, churned, rate: churned / customers, ...wilson(churned, customers) }];
}

/** The 95 % interval of a share (Wilson 1927). */
function wilson(hits: number, n: number): { low: number; high: number } {
  const z2 = 1.96 ** 2;
  const share = hits / n;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n)) * 1.96) / (1 + z2 / n);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
