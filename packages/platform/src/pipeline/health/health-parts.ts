import type { HealthPart } from "../../workspace/health-settings.ts";
import type { Settings } from "../../workspace/settings.ts";
import { WorkspaceError } from "../../workspace/workspace-error.ts";
import { CATALOGUE } from "../features/catalogue.ts";
import type { Feature } from "../features/feature.ts";

/** A customer whose contract runs is told by it; any other by purchases. */
export const HEALTH_KINDS = ["contract", "shop"] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

/** The parts that the workspace has data for, and the names of those it has none for. */
export type HealthPlan = {
  readonly parts: readonly HealthPart[];
  readonly missing: readonly string[];
};

/**
 * The built-in parts. A shop's customer is healthy who bought lately and often, keeps what was
 * bought and likes it; a contract's, who uses it, has had it for long and has not paused it.
 */
function defaultParts(activeDays: number): readonly HealthPart[] {
  const shop = { kind: "shop" } as const;
  const contract = { kind: "contract" } as const;
  const usual = { feature: "usage_1m", per: "usage_3m" };
  return [
    {
      part: "recency",
      feature: "days_since_purchase",
      worst: 4 * activeDays,
      best: 0,
      weight: 35,
      ...shop,
    },
    { part: "frequency", feature: "purchases_12m", worst: 0, best: 4, weight: 25, ...shop },
    {
      part: "returns",
      feature: "returned_12m",
      per: "revenue_12m",
      worst: 0.5,
      best: 0,
      weight: 10,
      ...shop,
    },
    {
      part: "response",
      feature: "campaign_responses_12m",
      per: "campaigns_12m",
      worst: 0,
      best: 0.2,
      weight: 10,
      ...shop,
    },
    {
      part: "usage_recency",
      feature: "days_since_usage",
      worst: 60,
      best: 0,
      weight: 25,
      ...contract,
    },
    // A month of even use is a third of three months of it.
    { part: "usage_trend", ...usual, worst: 0.1, best: 1 / 3, weight: 15, ...contract },
    {
      part: "tenure",
      feature: "days_since_contract_start",
      worst: 0,
      best: 730,
      weight: 25,
      ...contract,
    },
    { part: "pause", feature: "contracts_paused", worst: 1, best: 0, weight: 10, ...contract },
    { part: "nps", feature: "nps_last", worst: 0, best: 9, weight: 15 },
    { part: "csat", feature: "csat_mean_12m", worst: 2, best: 4.5, weight: 10 },
    {
      part: "resolution",
      feature: "resolution_minutes_12m",
      worst: 7 * 1440,
      best: 240,
      weight: 5,
    },
  ];
}

/**
 * The parts of the settings, or the built-in ones, as far as the workspace has their data.
 *
 * @throws WorkspaceError SETTINGS_INVALID where a part names what is no number of the features,
 *   where best and worst are the same, or where the bands do not follow each other
 */
export function planHealth(settings: Settings, features: readonly Feature[]): HealthPlan {
  const { parts = defaultParts(settings.activeDays), redBelow, greenFrom } = settings.health;
  if (redBelow > greenFrom) throw invalid("/health", "redBelow lies above greenFrom");
  const named = parts.map((part) => {
    if (part.best === part.worst) throw invalid("/health/parts", `${part.part}: best is worst`);
    return {
      part,
      there: [part.feature, part.per ?? part.feature].every((name) => isThere(name, features)),
    };
  });
  return {
    parts: named.filter(({ there }) => there).map(({ part }) => part),
    missing: named.filter(({ there }) => !there).map(({ part }) => part.part),
  };
}

/** Whether the snapshot has the column; a word or a day is no number. */
function isThere(name: string, features: readonly Feature[]): boolean {
  const feature = features.find((one) => one.name === name);
  const known = feature ?? CATALOGUE.find((one) => one.name === name);
  if (!known)
    throw invalid("/health/parts", `"${name}" is no feature; kundenwert features lists them`);
  if (known.type !== "number" && known.type !== "yes/no") {
    throw invalid("/health/parts", `"${name}" is no number`);
  }
  return feature !== undefined;
}

function invalid(path: string, problem: string): WorkspaceError {
  const details = { file: "kundenwert.yaml", path, problem };
  return new WorkspaceError("SETTINGS_INVALID", `${path}: ${problem}`, details);
}
