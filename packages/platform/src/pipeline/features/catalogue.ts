import { contractFeatures } from "./contract-features.ts";
import { eventFeatures } from "./event-features.ts";
import type { Feature } from "./feature.ts";
import { masterFeatures } from "./master-features.ts";
import { purchaseFeatures } from "./purchase-features.ts";

/**
 * Every feature that does not depend on what a source calls its columns and kinds; those are added
 * in attribute-features.ts.
 */
export const CATALOGUE: readonly Feature[] = [
  ...masterFeatures,
  ...purchaseFeatures,
  ...contractFeatures,
  ...eventFeatures,
];
