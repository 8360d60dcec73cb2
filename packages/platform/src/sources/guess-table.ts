/** Which table of the ledger a file is for, by the names of its columns. */
import type { Decision } from "./decision.ts";
import { type FileSample, valuesOf } from "./file-sample.ts";
import { guessMapping } from "./guess-mapping.ts";
import type { LedgerTarget } from "./ledger-target.ts";
import { missingRoles } from "./missing-roles.ts";
import { CUSTOMER_NAMES, normalizeName } from "./role-names.ts";
import type { Basis, MappingOptions } from "./roles.ts";
import { SourceError } from "./source-error.ts";
import { TARGETS, targetOf } from "./targets/all.ts";

export type TableFound = {
  readonly target: LedgerTarget;
  readonly decision: Decision;
  /** TABLE_AMBIGUOUS, if no candidate is better than all others. */
  readonly problem: SourceError | undefined;
};

export type TableOptions = {
  /** The name of the file: it decides between tables that are alike otherwise. */
  readonly file: string;
  readonly table: string | undefined;
  readonly mapping: MappingOptions;
  readonly basis: Basis;
};

type Candidate = {
  readonly target: LedgerTarget;
  readonly score: number;
  /** The columns whose names speak for the table. */
  readonly evidence: readonly string[];
  /** Whether the table could be filled. */
  readonly fillable: boolean;
  /** The same, with evidence that it should be. */
  readonly complete: boolean;
};

/** Fewer and lighter signs are no evidence; a file without any is one of orders. */
const ENOUGH_EVIDENCE = 3;

/** Words in the names of files, by table. */
const FILE_NAMES: Readonly<Record<string, RegExp>> = {
  orders: /order|bestell|auftr|transact|umsatz|umsaetz|sales|verkauf|invoice|rechnung/,
  customers: /customer|kunde|account|demograph|client|personal|stammdaten/,
  subscriptions: /subscri|contract|abo|vertr/,
  interactions: /interact|kontakt|ticket|contact|event|support|service/,
  usage: /usage|nutzung|verbrauch/,
  feedback: /feedback|survey|umfrage|nps|csat|review|bewertung|satisf/,
  costs: /cost|kosten|spend/,
  products: /product|produkt|artikel|article/,
  campaigns: /campaign|kampagne/,
  campaign_members: /member|mitglied|empfaenger|recipient/,
  referrals: /referral|empfehlung|werb/,
  consents: /consent|einwillig/,
  identifiers: /identif|kennung|alias/,
  exchange_rates: /exchange|wechselkurs|eurofxref|kurse|fx_?rate/,
};

export function guessTable(sample: FileSample, options: TableOptions): TableFound {
  if (options.table !== undefined) {
    const decision: Decision = {
      decision: "table",
      value: options.table,
      because: "given",
      examples: [],
    };
    return { target: targetOf(options.table), decision, problem: undefined };
  }
  const candidates = TARGETS.map((target) => candidateOf(target, sample, options));
  const best = ranked(candidates.filter(({ complete }) => complete));
  const [first, second] = best.length > 0 ? best : ranked(candidates).filter(hasEvidence);
  const chosen = first ?? (candidates[0] as Candidate);
  const alike = first && second ? best.filter(({ score }) => score === first.score) : [];
  const rivals = alike.length > 1 ? alike : [chosen, ...suggested(chosen, candidates, options)];
  const named = alike.filter(({ target }) => isNamed(target, options.file));
  const winner = named.length === 1 ? (named[0] as Candidate) : chosen;
  const problem = rivals.length > 1 && named.length !== 1 ? ambiguous(rivals) : undefined;
  return { target: winner.target, decision: decisionOf(winner), problem };
}

/** Customers and times alone may be any event: what the file's name speaks of comes to mind. */
function suggested(
  { target, score }: Candidate,
  candidates: readonly Candidate[],
  { file }: TableOptions,
): Candidate[] {
  if (target.table !== "orders" || score >= ENOUGH_EVIDENCE || isNamed(target, file)) return [];
  return candidates.filter((one) => one.fillable && one.score > 0 && isNamed(one.target, file));
}

function ranked(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => b.score - a.score);
}

function hasEvidence({ score }: Candidate): boolean {
  return score >= ENOUGH_EVIDENCE;
}

function isNamed({ table }: LedgerTarget, file: string): boolean {
  return FILE_NAMES[table]?.test(normalizeName(file)) === true;
}

function candidateOf(target: LedgerTarget, sample: FileSample, options: TableOptions): Candidate {
  const names = new Map(sample.names.map((name) => [normalizeName(name), name]));
  const evidence = new Set<string>();
  // Rows of orders are what files hold most often: they need no sign.
  let score = target.table === "orders" ? 1 : 0;
  for (const [plain, name] of names) {
    const weight = Math.max(0, ...target.signs.map(([sign, one]) => (sign.test(plain) ? one : 0)));
    score += weight;
    if (weight > 0) evidence.add(name);
  }
  const { mapping } = guessMapping(target, sample, options.mapping, options.basis);
  const missing = missingRoles(target, mapping, options.mapping);
  const foreign = Object.keys(options.mapping).some((role) => !target.roles[role]);
  const enough = target.table === "orders" || score >= ENOUGH_EVIDENCE;
  const allowed = target.mayNameCustomers || !namesCustomers(names.keys());
  const alone = target.table !== "customers" || isOnceEach(sample, mapping.customer);
  const fillable = missing.length === 0 && allowed && alone && !foreign;
  return { target, score, evidence: [...evidence], fillable, complete: fillable && enough };
}

/** Only the clear names: "name" and the like are of products and campaigns, too. */
function namesCustomers(names: Iterable<string>): boolean {
  return [...names].some((name) => CUSTOMER_NAMES.slice(0, 3).some((one) => one.test(name)));
}

/** A register names each customer once; a few copies are faults. */
function isOnceEach(sample: FileSample, column: string | undefined): boolean {
  if (column === undefined) return false;
  const values = valuesOf(sample, sample.names.indexOf(column));
  return new Set(values).size >= 0.9 * values.length - 2;
}

function decisionOf({ target, evidence, score }: Candidate): Decision {
  const because = score >= ENOUGH_EVIDENCE ? "name" : "no-other-signs";
  return { decision: "table", value: target.table, because, examples: evidence };
}

function ambiguous(rivals: readonly Candidate[]): SourceError {
  const candidates = rivals.map(({ target, evidence }) => ({ table: target.table, evidence }));
  const tables = rivals.map(({ target }) => target.table);
  return new SourceError("TABLE_AMBIGUOUS", `is it a file of ${tables.join(" or ")}?`, {
    tables,
    candidates,
    flag: "--table",
  });
}
