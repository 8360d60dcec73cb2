import { type BetaGeometricModel, betaGeometricModel } from "./bg-nbd-model.ts";

/** Already the first transaction may have been the last. */
const CHANCES_BEFORE = 1;

/**
 * MBG/NBD: repeat buying outside contracts. While active, a customer buys at rate λ; after
 * each transaction, the first included, the customer leaves with probability p.
 * Across customers λ ~ Gamma(r, alpha) and p ~ Beta(a, b).
 *
 * Sources: Batislam, Denizel & Filiztekin (2007), "Empirical validation and comparison of models
 * for customer base analysis", Int. J. of Research in Marketing 24(3); Hoppe & Wagner (2007).
 */
export const mbgNbd: BetaGeometricModel = betaGeometricModel("mbg-nbd", CHANCES_BEFORE);
