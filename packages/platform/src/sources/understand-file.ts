/** What the columns of a file mean, and how their values are written. */
import { readForms } from "./column-forms.ts";
import type { Decision } from "./decision.ts";
import type { FileFormat, FormatOptions } from "./file-format.ts";
import { type FileSample, valuesOf } from "./file-sample.ts";
import { guessMapping, type MappingFound } from "./guess-mapping.ts";
import { guessTable } from "./guess-table.ts";
import type { LedgerTarget } from "./ledger-target.ts";
import { missingRoles } from "./missing-roles.ts";
import { currencyInName, isOfEmployees } from "./role-names.ts";
import { type Basis, constantOf, type Mapping, type MappingOptions } from "./roles.ts";
import { SourceError } from "./source-error.ts";
import type { SourceWarning } from "./source-warning.ts";

export type Meaning = {
  readonly target: LedgerTarget;
  readonly mapping: Mapping;
  readonly unused: readonly string[];
  /** Columns without a role that are kept by their names. */
  readonly attributes: readonly string[];
  readonly numbers: FileFormat["numbers"];
  readonly times: FileFormat["times"];
  /** ISO 4217 where the amounts carry a sign. */
  readonly symbolCurrency: string | undefined;
  readonly decisions: readonly Decision[];
  readonly warnings: readonly SourceWarning[];
  /** Why the file cannot be imported so. */
  readonly problems: readonly SourceError[];
};

export type MeaningOptions = {
  readonly file: string;
  /** A table of the ledger; else it is guessed. */
  readonly table: string | undefined;
  readonly format: FormatOptions;
  readonly mapping: MappingOptions;
  readonly basis: Basis;
  readonly duplicates: readonly string[];
};

const CURRENCIES: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  "£": "GBP",
  "Fr.": "CHF",
};

/** Decides by columns, never by cell; what stays open is a problem, not a guess. */
export function understandFile(sample: FileSample, options: MeaningOptions): Meaning {
  const { file, table, mapping: given, basis } = options;
  const known = Object.fromEntries(
    Object.entries(given).filter(([, name]) => !name || isColumn(name, sample)),
  );
  const { target, decision, problem } = guessTable(sample, { file, table, mapping: known, basis });
  const found = guessMapping(target, sample, known, basis);
  const { mapping } = found;
  const forms = readForms(target, sample, mapping, options.format);
  const problems = [
    ...(problem ? [problem] : []),
    ...unknownNames(target, sample, options),
    ...mappingProblems(target, sample, mapping, options),
    ...forms.problems,
  ];
  const used = Object.values(mapping);
  const free = sample.names.filter((name) => !used.includes(name));
  return {
    target,
    mapping,
    unused: target.keepsAttributes ? free.filter(isOfEmployees) : free,
    attributes: target.keepsAttributes ? free.filter((name) => !isOfEmployees(name)) : [],
    numbers: forms.numbers,
    times: forms.times,
    symbolCurrency: symbolCurrency(forms.numbers),
    decisions: [decision, ...found.decisions, ...forms.decisions],
    warnings: warningsOf(target, sample, found, options),
    problems: problems.map((one) => withFile(one, file)),
  };
}

function isColumn(name: string, { names }: FileSample): boolean {
  return names.includes(name) || constantOf(name, names) !== undefined;
}

function withFile(error: SourceError, file: string): SourceError {
  return new SourceError(error.code, `${file}: ${error.message}`, { file, ...error.details });
}

function unknownNames(
  { table, roles }: LedgerTarget,
  sample: FileSample,
  { mapping }: MeaningOptions,
): SourceError[] {
  const { names } = sample;
  return Object.entries(mapping).flatMap(([role, column]) => {
    if (!roles[role]) {
      const details = { role, table, roles: Object.keys(roles), flag: "--map" };
      return new SourceError("ROLE_UNKNOWN", `${table} have no role "${role}"`, details);
    }
    if (!column || isColumn(column, sample)) return [];
    const details = { role, column, columns: names, flag: "--map" };
    return new SourceError("MAPPING_COLUMN_UNKNOWN", `there is no column "${column}"`, details);
  });
}

function mappingProblems(
  target: LedgerTarget,
  { names }: FileSample,
  mapping: Mapping,
  { duplicates, mapping: given }: MeaningOptions,
): SourceError[] {
  const problems: SourceError[] = [];
  const missing = missingRoles(target, mapping, given);
  if (missing.length > 0) {
    const message = `which column is ${missing.join(" and ")}?`;
    const details = { table: target.table, missing, columns: names, flag: "--map" };
    problems.push(new SourceError("MAPPING_INCOMPLETE", message, details));
  }
  for (const [role, column] of Object.entries(mapping)) {
    if (!duplicates.includes(column) || given[role]) continue;
    const message = `there are several columns "${column}"`;
    const details = { role, column, columns: names, flag: "--map" };
    problems.push(new SourceError("HEADER_DUPLICATE", message, details));
  }
  return problems;
}

function symbolCurrency(numbers: FileFormat["numbers"]): string | undefined {
  const symbol = Object.values(numbers).find((form) => form.symbol !== null)?.symbol;
  return symbol ? (CURRENCIES[symbol] ?? symbol) : undefined;
}

function warningsOf(
  { table }: LedgerTarget,
  sample: FileSample,
  found: MappingFound,
  options: MeaningOptions,
): SourceWarning[] {
  const { mapping, otherAmounts } = found;
  const warnings: SourceWarning[] = [];
  const { amount, customer, gross, unitPrice } = mapping;
  if (options.duplicates.length > 0) {
    warnings.push({ code: "HEADERS_DUPLICATE", details: { columns: options.duplicates } });
  }
  const isOrders = table === "orders";
  if (isOrders && amount && otherAmounts.length > 0) {
    const details = { chosen: amount, others: otherAmounts };
    warnings.push({ code: "AMOUNT_LIKE_COLUMNS", details });
  }
  if (isOrders && !amount && !gross && !unitPrice) {
    warnings.push({ code: "NO_AMOUNT", details: { columns: sample.names } });
  }
  if (isOrders && options.basis === "net" && !amount && !unitPrice && gross && !mapping.tax) {
    warnings.push({ code: "AMOUNT_IS_GROSS", details: { column: gross } });
  }
  const value = customer && pointZero(sample, customer);
  if (value) {
    const details = { column: customer, value };
    warnings.push({ code: "CUSTOMER_IDS_END_IN_POINT_ZERO", details });
  }
  return warnings;
}

/** Ids such as "17850.0" have gone through a program that took them for numbers. */
function pointZero(sample: FileSample, customer: string): string | undefined {
  return valuesOf(sample, sample.names.indexOf(customer)).find((value) => /^\d+\.0$/.test(value));
}

/** A currency in the amount's name that is not the one its rows are recorded in. */
export function currencyWarning({ amount, currency }: Mapping, recorded: string): SourceWarning[] {
  const named = amount && !currency ? currencyInName(amount) : undefined;
  if (!named || named === recorded) return [];
  return [{ code: "CURRENCY_IN_NAME", details: { column: amount, currency: named, recorded } }];
}
