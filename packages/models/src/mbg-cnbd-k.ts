import { type RegularModel, regularModel } from "./bg-cnbd-k-model.ts";

/** Already the first transaction may have been the last. */
const CHANCES_BEFORE = 1;

/**
 * MBG/CNBD-k: regular repeat buying outside contracts. Purchases come at every k-th event of a
 * Poisson process with rate λ ~ Gamma(r, alpha); after each transaction, the first included, the
 * customer leaves with probability p ~ Beta(a, b). k = 1 is MBG/NBD.
 *
 * Source: Reutterer, Platzer & Schröder (2021), "Leveraging purchase regularity for predicting
 * customer behavior the easy way", Int. J. of Research in Marketing 38(1).
 */
export const mbgCnbdK: RegularModel = regularModel("mbg-cnbd-k", CHANCES_BEFORE);
