import { type BetaGeometricModel, betaGeometricModel } from "./bg-nbd-model.ts";

/** A customer who has not yet made a repeat transaction has had no chance to leave. */
const CHANCES_BEFORE = 0;

/**
 * BG/NBD: repeat buying outside contracts. While active, a customer buys at rate λ;
 * after each repeat transaction the customer leaves with probability p.
 * Across customers λ ~ Gamma(r, alpha) and p ~ Beta(a, b).
 *
 * Source: Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing
 * Science 24(2).
 */
export const bgNbd: BetaGeometricModel = betaGeometricModel("bg-nbd", CHANCES_BEFORE);
