/** What the columns of a file mean, and how their values are written. */
import type { Decision } from "./decision.ts";
import type { FileFormat, FormatOptions, NumberForm, TimeForm } from "./file-format.ts";
import { type FileSample, lineOf, valuesOf } from "./file-sample.ts";
import { ENOUGH, guessMapping, type MappingFound } from "./guess-mapping.ts";
import { numberForm, numberShare, readAs, readNumbers } from "./number-form.ts";
import { currencyInName } from "./role-names.ts";
import {
  type Basis,
  isNumberRole,
  type Mapping,
  type MappingOptions,
  REQUIRED_ROLES,
  type Role,
} from "./roles.ts";
import { SourceError } from "./source-error.ts";
import type { SourceWarning } from "./source-warning.ts";
import { readDateAs, readTimes, timeForm, timeShare } from "./time-form.ts";

export type Meaning = {
  readonly mapping: Mapping;
  readonly unused: readonly string[];
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
  const { file, mapping: given, basis } = options;
  const unknown = unknownColumns(sample, options);
  const known = Object.fromEntries(
    Object.entries(given).filter(([, name]) => !name || sample.names.includes(name)),
  );
  const found = guessMapping(sample, known, basis);
  const { mapping } = found;
  const forms = readForms(sample, mapping, options);
  const problems = [...unknown, ...missingRoles(sample, mapping, options), ...forms.problems];
  const used = Object.values(mapping);
  return {
    mapping,
    unused: sample.names.filter((name) => !used.includes(name)),
    numbers: forms.numbers,
    times: forms.times,
    symbolCurrency: symbolCurrency(forms.numbers),
    decisions: [...found.decisions, ...forms.decisions],
    warnings: warningsOf(sample, found, options),
    problems: problems.map((problem) => withFile(problem, file)),
  };
}

function withFile(error: SourceError, file: string): SourceError {
  return new SourceError(error.code, `${file}: ${error.message}`, { file, ...error.details });
}

function unknownColumns({ names }: FileSample, { mapping }: MeaningOptions): SourceError[] {
  return Object.entries(mapping)
    .filter(([, name]) => name && !names.includes(name))
    .map(([role, column]) => {
      const message = `there is no column "${column}"`;
      const details = { role, column, columns: names, flag: "--map" };
      return new SourceError("MAPPING_COLUMN_UNKNOWN", message, details);
    });
}

function missingRoles(
  { names }: FileSample,
  mapping: Mapping,
  { duplicates, mapping: given }: MeaningOptions,
): SourceError[] {
  const problems: SourceError[] = [];
  const missing = REQUIRED_ROLES.filter((role) => !mapping[role] && !given[role]);
  if (missing.length > 0) {
    const message = `which column is ${missing.join(" and ")}?`;
    const details = { missing, columns: names, flag: "--map" };
    problems.push(new SourceError("MAPPING_INCOMPLETE", message, details));
  }
  for (const [role, column] of Object.entries(mapping)) {
    if (!duplicates.includes(column) || given[role as Role]) continue;
    const message = `there are several columns "${column}"`;
    const details = { role, column, columns: names, flag: "--map" };
    problems.push(new SourceError("HEADER_DUPLICATE", message, details));
  }
  return problems;
}

type Forms = {
  readonly numbers: Record<string, NumberForm>;
  readonly times: Record<string, TimeForm>;
  readonly decisions: Decision[];
  readonly problems: SourceError[];
};

function readForms(sample: FileSample, mapping: Mapping, options: MeaningOptions): Forms {
  const forms: Forms = { numbers: {}, times: {}, decisions: [], problems: [] };
  for (const [role, column] of Object.entries(mapping) as [Role, string][]) {
    if (role === "time") readTimeForm(sample, column, options, forms);
    else if (isNumberRole(role)) readNumberForm(sample, role, column, options, forms);
  }
  return forms;
}

function readTimeForm(
  sample: FileSample,
  column: string,
  { format }: MeaningOptions,
  { times, decisions, problems }: Forms,
): void {
  const index = sample.names.indexOf(column);
  const values = valuesOf(sample, index);
  const reading = readTimes(values);
  if (timeShare(reading) <= ENOUGH) {
    problems.push(formUnknown("TIME_FORM_UNKNOWN", "time", sample, column, reading.examples.none));
    return;
  }
  const found = timeForm(reading, format.dateFormat);
  if ("ambiguous" in found) {
    const value = found.ambiguous;
    const readings = (["dmy", "mdy"] as const).map((dateFormat) => {
      return { dateFormat, reads: readDateAs(value, dateFormat) };
    });
    const message = `"${value}" in "${column}" can be ${readings.map(({ reads }) => reads).join(" or ")}`;
    const line = lineOf(sample, index, value);
    const details = { column, line, value, readings, flag: "--date-format" };
    problems.push(new SourceError("AMBIGUOUS_DATE", message, details));
    return;
  }
  times[column] = found.form;
  const { order, separators } = found.form;
  const value = [order, ...separators].join(" ");
  decisions.push({
    decision: "time",
    column,
    value,
    because: found.because,
    examples: found.examples,
  });
}

function readNumberForm(
  sample: FileSample,
  role: Role,
  column: string,
  { format }: MeaningOptions,
  { numbers, decisions, problems }: Forms,
): void {
  const index = sample.names.indexOf(column);
  const values = valuesOf(sample, index);
  if (sample.typed.has(index)) {
    numbers[column] = { decimal: "point", symbol: null };
    const examples = values.slice(0, 1);
    decisions.push({ decision: "number", column, value: "point", because: "typed", examples });
    return;
  }
  const reading = readNumbers(values);
  if (values.length > 0 && numberShare(reading) <= ENOUGH) {
    problems.push(formUnknown("NUMBER_FORM_UNKNOWN", role, sample, column, reading.examples.none));
    return;
  }
  const found = numberForm(reading, format.decimal);
  if ("ambiguous" in found) {
    const value = found.ambiguous;
    const readings = (["comma", "point"] as const).map((decimal) => {
      return { decimal, reads: readAs(value, decimal) };
    });
    const message = `"${value}" in "${column}" can be ${readings.map(({ reads }) => reads).join(" or ")}`;
    const details = {
      column,
      line: lineOf(sample, index, value),
      value,
      readings,
      flag: "--decimal",
    };
    problems.push(new SourceError("AMBIGUOUS_NUMBER", message, details));
    return;
  }
  numbers[column] = found.form;
  const { because, examples } = found;
  decisions.push({ decision: "number", column, value: found.form.decimal, because, examples });
}

function formUnknown(
  code: "TIME_FORM_UNKNOWN" | "NUMBER_FORM_UNKNOWN",
  role: Role,
  sample: FileSample,
  column: string,
  value = "",
): SourceError {
  const index = sample.names.indexOf(column);
  const examples = valuesOf(sample, index).slice(0, 5);
  const kind = role === "time" ? "times" : "numbers";
  const message = `most values of "${column}" are no ${kind} in a known form, such as "${value}"`;
  const line = lineOf(sample, index, value);
  return new SourceError(code, message, { column, role, line, value, examples, flag: "--map" });
}

function symbolCurrency(numbers: FileFormat["numbers"]): string | undefined {
  const symbol = Object.values(numbers).find((form) => form.symbol !== null)?.symbol;
  return symbol ? (CURRENCIES[symbol] ?? symbol) : undefined;
}

function warningsOf(
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
  if (amount && otherAmounts.length > 0) {
    const details = { chosen: amount, others: otherAmounts };
    warnings.push({ code: "AMOUNT_LIKE_COLUMNS", details });
  }
  if (!amount && !gross && !unitPrice) {
    warnings.push({ code: "NO_AMOUNT", details: { columns: sample.names } });
  }
  if (options.basis === "net" && !amount && !unitPrice && gross && !mapping.tax) {
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
