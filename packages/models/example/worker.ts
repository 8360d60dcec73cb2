/** Simulates a cohort the size of CDNOW's sample, fits it, and posts one message a model. */
import { bgNbd, mbgNbd, paretoNbd, purchaseIntervals } from "@kundenwert/models";

export type Answer =
  | { readonly kind: "truth"; readonly purchases: number }
  | {
      readonly kind: "fit";
      readonly model: string;
      readonly params: Readonly<Record<string, number>>;
      readonly logLikelihood: number;
      readonly purchases: number;
      /** Share of customers whose purchases lay in their 80 % interval. */
      readonly covered: number;
    }
  | { readonly kind: "done" };

const CUSTOMERS = 2357;
const HORIZON = 39;
const truth = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.66 };

const post = (answer: Answer) => self.postMessage(answer);

self.onmessage = ({ data: seed }: MessageEvent<number>) => {
  const T = Float64Array.from({ length: CUSTOMERS }, (_, i) => 27 + (12 * i) / CUSTOMERS);
  const { summary, ahead } = paretoNbd.simulate(truth, T, { seed, horizon: HORIZON });
  const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
  post({ kind: "truth", purchases: total(ahead) });
  for (const [model, verbs] of Object.entries({ bgNbd, mbgNbd, paretoNbd })) {
    const fit = verbs.fit(summary);
    const params = fit.params as never;
    const { low, high } = purchaseIntervals(verbs as typeof bgNbd, fit as never, summary, HORIZON);
    const inside = ahead.filter((n, i) => n >= (low[i] ?? 0) && n <= (high[i] ?? 0));
    post({
      kind: "fit",
      model,
      params: fit.params,
      logLikelihood: fit.logLikelihood,
      purchases: total(verbs.expectedPurchases(params, summary, HORIZON)),
      covered: inside.length / CUSTOMERS,
    });
  }
  post({ kind: "done" });
};
