/**
 * CPU seconds and peak memory of every fit and prediction on a simulated shop of a million
 * customers with dates of day granularity: `node --conditions=source
 * packages/models/bench/speed.ts [customers]`. Exit code 1 where a bar is missed.
 */
import { bgNbd, gammaGamma, mbgNbd, paretoNbd, purchaseIntervals } from "../src/index.ts";
import { createRandom } from "../src/numeric/random.ts";

const customers = Number(process.argv[2] ?? 1_000_000);
const scale = customers / 1_000_000;
let isMissed = false;

/** Runs a step and prints what it cost, beside the bar for a million customers. */
function measure<R>(step: string, bar: number, run: () => R): R {
  const begin = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(begin);
  const seconds = (user + system) / 1e6;
  const limit = bar * scale;
  if (seconds > limit) isMissed = true;
  console.log(
    `${step.padEnd(38)} ${seconds.toFixed(2).padStart(6)} CPU s, bar ${limit.toFixed(2)}`,
  );
  return result;
}

/** Joins within a year, observed for up to two; two purchases of a day are one. */
function simulateShop() {
  const random = createRandom(20240601);
  const joined = Float64Array.from({ length: customers }, () => Math.floor(random.uniform() * 364));
  const T = joined.map((day) => (727 - day) / 7);
  const truth = { r: 0.25, alpha: 4.4, a: 0.8, b: 2.4 };
  const { summary } = bgNbd.simulate(truth, T, { seed: 1 });
  const recency = summary.recency.map((t) => (t === 0 ? 0 : Math.max(1, Math.floor(7 * t)) / 7));
  // Purchases beyond one a day merge; without the dates between, only the extreme case is known.
  const frequency = summary.frequency.map((x, i) => Math.min(x, Math.round(7 * recency[i])));
  const counts = frequency.map((x) => x + 1);
  const monetaryValue = counts.map(
    (n) =>
      Math.max(1, Math.round((15.4e2 * random.gamma(6.25 * n)) / (random.gamma(3.74) * n))) / 100,
  );
  const rows = { frequency, recency, T: summary.T.map((t, i) => Math.max(t, recency[i])) };
  return { summary: rows, spend: { frequency: counts, monetaryValue } };
}

const { summary, spend } = measure("simulate", Number.POSITIVE_INFINITY, simulateShop);
const models = { bgNbd, mbgNbd, paretoNbd } as const;
for (const [name, fitBar] of [
  ["bgNbd", 2],
  ["mbgNbd", 2],
  ["paretoNbd", 5],
] as const) {
  const model = models[name];
  const fit = measure(`${name} fit`, fitBar, () => model.fit(summary));
  console.log(
    `  ${fit.rows} distinct rows, ${fit.iterations} steps, ${JSON.stringify(fit.params)}`,
  );
  const params = fit.params as never;
  measure(`${name} expected purchases + P(alive)`, 1.5, () => {
    model.expectedPurchases(params, summary, 52);
    model.probabilityAlive(params, summary);
  });
  measure(`${name} discounted, 52 weeks`, 1.5, () =>
    model.discountedExpectedPurchases(params, summary, 0.002, 52),
  );
  measure(`${name} discounted, for ever`, 1.5, () =>
    model.discountedExpectedPurchases(params, summary, 0.002),
  );
  measure(`${name} 80 % intervals, 52 weeks`, 10, () =>
    purchaseIntervals(model as typeof bgNbd, fit as never, summary, 52, 0.8),
  );
}
const spendFit = measure("gammaGamma fit", 2, () => gammaGamma.fit(spend));
measure("gammaGamma expected spend", 0.5, () => gammaGamma.expectedSpend(spendFit.params, spend));
console.log(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, bar 700 MB`);
if (isMissed || process.resourceUsage().maxRSS > 700 * 1024) process.exit(1);
