/**
 * Early warnings on real logs, judged on their own past by the product's own code: a file goes in,
 * and what the product says of its warnings is held against the bars.
 *
 *   npm run bench -- warnings [DIRECTORY]        default: KUNDENWERT_DATASETS or ../shared/datasets
 *
 * The bars: the AUC of undesired changes at least 0.05 above the days since the last purchase, its
 * 95 % interval above 0, on 3 of the 4 logs; the average precision of desired changes above that of
 * the spend of twelve months on all 4.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { run } from "../packages/platform/src/pipeline/run.ts";
import { readWarningFit } from "../packages/platform/src/pipeline/warnings/warning-fit.ts";
import { importFile } from "../packages/platform/src/sources/import-file.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";

const LOGS = {
  "CDNOW full": "cdnow/cdnow_full.csv.gz",
  "UCI Online Retail": "uci_online_retail/online_retail.csv.gz",
  groceryElog: "btydplus_grocery/grocery_elog.csv.gz",
  "Complete Journey sample": "completejourney/transactions_sample.csv.gz",
};
const BAR = { auc: 0.05, logs: 3 };

const datasets = resolve(
  process.argv[2] ?? process.env.KUNDENWERT_DATASETS ?? "../shared/datasets",
);
const directory = mkdtempSync(join(tmpdir(), "kundenwert-bench-"));
let [undesiredMet, desiredMet] = [0, 0];
for (const [log, file] of Object.entries(LOGS)) {
  const { auc, precision } = await measured(log, join(datasets, file));
  if (auc && auc.estimate >= BAR.auc && auc.lower > 0) undesiredMet += 1;
  if (precision && precision.estimate > 0) desiredMet += 1;
}
rmSync(directory, { recursive: true });
const logs = Object.keys(LOGS).length;
const met = undesiredMet >= BAR.logs && desiredMet === logs;
console.log(`\nundesired: ${undesiredMet} of ${logs} logs (bar ${BAR.logs})`);
console.log(`desired:   ${desiredMet} of ${logs} logs (bar ${logs})`);
process.exit(met ? 0 : 1);

/** Imports a log, runs the product, prints what it says of its warnings. */
async function measured(log: string, file: string) {
  const path = join(directory, log.replaceAll(" ", "-"));
  mkdirSync(path);
  const workspace = await openWorkspace(path, { memoryLimit: "2GB", command: "bench" });
  const seconds = { warnings: 0 };
  let before = process.cpuUsage();
  await importFile(workspace, file);
  await run(workspace, {
    method: "mbg-nbd",
    backtest: false,
    onProgress: ({ step, state }) => {
      if (state !== "done") return;
      const { user, system } = process.cpuUsage(before);
      if (step.startsWith("warning")) seconds.warnings += (user + system) / 1e6;
      before = process.cpuUsage();
    },
  });
  const fit = await readWarningFit(workspace.engine);
  await workspace.close();
  if (!fit) throw new Error(`${log}: no warnings were learnt`);
  const { undesired, desired } = fit.kinds;
  console.log(
    `\n${log}: at ${fit.periodEnd}, ${fit.months} months ahead, ${fit.sampled} customers`,
  );
  console.log(
    `  ${seconds.warnings.toFixed(1)} CPU s, hidden states ${fit.basis?.hiddenMarkov?.rates.length ?? "none"}`,
  );
  show("undesired", undesired.quality, "auc");
  show("desired", desired.quality, "averagePrecision");
  const lead = undesired.quality?.leadTime;
  if (lead) {
    const rules = Object.entries(lead.rules).map(
      ([rule, { warned, months }]) =>
        `${rule} ${months.toFixed(2)} (${(100 * warned).toFixed(0)} % warned)`,
    );
    console.log(`  months of lead over ${lead.customers} lost: ${rules.join(", ")}`);
  }
  return {
    auc: undesired.quality?.rankings.probability?.difference?.auc,
    precision: desired.quality?.rankings.probability?.difference?.averagePrecision,
  };
}

type Fit = NonNullable<Awaited<ReturnType<typeof readWarningFit>>>;
type Kind = Fit["kinds"]["undesired"]["quality"];

function show(kind: string, quality: Kind, measure: "auc" | "averagePrecision"): void {
  if (!quality) {
    console.log(`  ${kind}: not judged`);
    return;
  }
  const { rows, events, origins, rankings } = quality;
  const share = ((100 * events) / rows).toFixed(1);
  console.log(`  ${kind}: ${events} of ${rows} (${share} %) at ${origins.length} month ends`);
  for (const [score, found] of Object.entries(rankings)) {
    const { estimate } = found[measure];
    const difference = found.difference?.[measure];
    const more = difference
      ? `  ${signed(difference.estimate)} [${signed(difference.lower)}, ${signed(difference.upper)}]`
      : "";
    console.log(
      `    ${score.padEnd(12)} ${measure} ${estimate.toFixed(3)}  lift ${found.lift.estimate.toFixed(2)}${more}`,
    );
  }
}

function signed(value: number): string {
  return `${value < 0 ? "" : "+"}${value.toFixed(3)}`;
}
