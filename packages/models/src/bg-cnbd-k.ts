import { type RegularModel, regularModel } from "./bg-cnbd-k-model.ts";

/** A customer who has not yet made a repeat transaction has had no chance to leave. */
const CHANCES_BEFORE = 0;

/**
 * BG/CNBD-k: regular repeat buying outside contracts. Purchases come at every k-th event of a
 * Poisson process with rate λ ~ Gamma(r, alpha); after each repeat transaction the customer leaves
 * with probability p ~ Beta(a, b). k = 1 is BG/NBD.
 *
 * Source: Reutterer, Platzer & Schröder (2021), "Leveraging purchase regularity for predicting
 * customer behavior the easy way", Int. J. of Research in Marketing 38(1).
 */
export const bgCnbdK: RegularModel = regularModel("bg-cnbd-k", CHANCES_BEFORE);
