import { acquisition } from "./acquisition.ts";
import { concentration } from "./concentration.ts";
import { contribution } from "./contribution.ts";
import { currency } from "./currency.ts";
import type { Figure } from "./figure.ts";
import { onboarding } from "./onboarding.ts";
import { potential } from "./potential.ts";
import { recurringRevenue } from "./recurring-revenue.ts";
import { retention } from "./retention.ts";
import { returns } from "./returns.ts";
import { sales } from "./sales.ts";
import { satisfaction } from "./satisfaction.ts";

/** Every key figure there is, each defined once. */
export const FIGURES: readonly Figure[] = [
  ...sales,
  ...currency,
  ...contribution,
  ...returns,
  ...retention,
  ...acquisition,
  ...onboarding,
  ...satisfaction,
  ...recurringRevenue,
  ...concentration,
  ...potential,
];

/** The figure of a name, or undefined. */
export function findFigure(name: string): Figure | undefined {
  return FIGURES.find((figure) => figure.name === name);
}
