/** How the values of each column are written, decided over all that were sampled. */
import type { Decision } from "./decision.ts";
import type { FormatOptions, NumberForm, TimeForm } from "./file-format.ts";
import { type FileSample, lineOf, valuesOf } from "./file-sample.ts";
import { ENOUGH } from "./guess-mapping.ts";
import type { LedgerTarget } from "./ledger-target.ts";
import { numberForm, numberShare, readAs, readNumbers } from "./number-form.ts";
import {
  constantOf,
  isNumberKind,
  isTimeKind,
  type Mapping,
  type Role,
  type RoleSpec,
} from "./roles.ts";
import { SourceError } from "./source-error.ts";
import { readDateAs, readTimes, timeForm, timeShare } from "./time-form.ts";

export type Forms = {
  readonly numbers: Record<string, NumberForm>;
  readonly times: Record<string, TimeForm>;
  readonly decisions: Decision[];
  readonly problems: SourceError[];
};

/** The forms of all mapped columns of times and numbers, or why they have none. */
export function readForms(
  { roles }: LedgerTarget,
  sample: FileSample,
  mapping: Mapping,
  format: FormatOptions,
): Forms {
  const forms: Forms = { numbers: {}, times: {}, decisions: [], problems: [] };
  for (const [role, column] of Object.entries(mapping)) {
    const spec = roles[role];
    if (!spec || constantOf(column, sample.names) !== undefined) continue;
    if (isTimeKind(spec.kind)) readTimeForm(sample, role, spec, column, format, forms);
    else if (isNumberKind(spec.kind)) readNumberForm(sample, role, column, format, forms);
  }
  return forms;
}

function readTimeForm(
  sample: FileSample,
  role: Role,
  { kind, required }: RoleSpec,
  column: string,
  format: FormatOptions,
  { times, decisions, problems }: Forms,
): void {
  const index = sample.names.indexOf(column);
  const values = valuesOf(sample, index);
  const { timeUnit: unit, timeOrigin: origin } = format;
  if (unit && origin && values.every((value) => /^\d{1,6}$/.test(value))) {
    times[column] = { order: "count", separators: [], yearDigits: [], clock: "none", unit, origin };
    const examples = values.slice(0, 1);
    decisions.push({
      decision: "time",
      column,
      value: `${unit} ${origin}`,
      because: "given",
      examples,
    });
    return;
  }
  const reading = readTimes(values);
  if (values.length === 0 && !required) {
    // No value is there to be read, and none has to be.
    times[column] = { order: "iso", separators: [], yearDigits: [], clock: "none" };
    return;
  }
  if (timeShare(reading, kind === "month") <= ENOUGH) {
    const { none, month } = reading.examples;
    problems.push(formUnknown("TIME_FORM_UNKNOWN", role, sample, column, none ?? month));
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
  format: FormatOptions,
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
  const kind = code === "TIME_FORM_UNKNOWN" ? "times" : "numbers";
  const message = `most values of "${column}" are no ${kind} in a known form, such as "${value}"`;
  const line = lineOf(sample, index, value);
  return new SourceError(code, message, { column, role, line, value, examples, flag: "--map" });
}
