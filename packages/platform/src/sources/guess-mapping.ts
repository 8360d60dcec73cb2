import type { Because, Decision } from "./decision.ts";
import { type FileSample, valuesOf } from "./file-sample.ts";
import type { LedgerTarget } from "./ledger-target.ts";
import { numberShare, readNumbers } from "./number-form.ts";
import { isFlag } from "./read-column.ts";
import { isAmountLike, normalizeName } from "./role-names.ts";
import {
  type Basis,
  isNumberKind,
  isTimeKind,
  type Mapping,
  type MappingOptions,
  type Role,
  type RoleKind,
} from "./roles.ts";
import { readTimes, timeShare } from "./time-form.ts";

/** More than this share of a column's values must be of the role's kind: names may mislead. */
export const ENOUGH = 0.2;
/** The same where there is no name to go by. */
const CERTAIN = 0.8;

export type MappingFound = {
  readonly mapping: Mapping;
  readonly decisions: readonly Decision[];
  /** Columns that sound and look like an amount and were not taken. */
  readonly otherAmounts: readonly string[];
};

/** Which column is what: as given, else by names, where the content does not speak against it. */
export function guessMapping(
  target: LedgerTarget,
  sample: FileSample,
  given: MappingOptions,
  basis: Basis,
): MappingFound {
  const guess = new Guess(target, sample, given);
  for (const [role, { names }] of Object.entries(target.roles)) {
    guess.take(role, target.patterns?.(role, basis) ?? names);
  }
  target.settle?.(guess);
  takeOnlyTime(guess, target);
  const otherAmounts = guess
    .free()
    .filter((name) => isAmountLike(name) && guess.fits("money", name));
  return { mapping: guess.mapping, decisions: guess.decisions, otherAmounts };
}

/** A single column of dates is the time, whatever it is called. */
function takeOnlyTime(guess: Guess, { roles }: LedgerTarget): void {
  const missing = Object.entries(roles).find(
    ([role, { kind, required }]) => required && isTimeKind(kind) && !guess.has(role),
  );
  if (!missing) return;
  const dates = guess.free().filter((name) => guess.fits("time", name, CERTAIN));
  if (dates.length === 1 && dates[0]) guess.set(missing[0], dates[0], "content");
}

/** Columns and the roles they have so far. */
export class Guess {
  readonly #target: LedgerTarget;
  readonly #sample: FileSample;
  readonly #given: MappingOptions;
  readonly #taken = new Map<Role, { name: string; because: Because }>();

  constructor(target: LedgerTarget, sample: FileSample, given: MappingOptions) {
    this.#target = target;
    this.#sample = sample;
    this.#given = given;
    for (const role of Object.keys(target.roles)) {
      const name = given[role];
      if (name) this.set(role, name, "given");
    }
  }

  get mapping(): Mapping {
    // In the order of the roles: equal mappings must read equal in the ledger.
    const roles = Object.keys(this.#target.roles).filter((role) => this.#taken.has(role));
    return Object.fromEntries(roles.map((role) => [role, this.#taken.get(role)?.name as string]));
  }

  get decisions(): Decision[] {
    return [...this.#taken].map(([role, { name, because }]) => {
      const examples = valuesOf(this.#sample, this.#sample.names.indexOf(name)).slice(0, 3);
      return { decision: "mapping", role, column: name, value: name, because, examples };
    });
  }

  has(role: Role): boolean {
    return this.#taken.has(role);
  }

  /** The column of a role that nobody gave. */
  guessed(role: Role): string | undefined {
    const taken = this.#taken.get(role);
    return taken?.because === "given" ? undefined : taken?.name;
  }

  free(): string[] {
    const taken = [...this.#taken.values()].map(({ name }) => name);
    return this.#sample.names.filter((name) => !taken.includes(name));
  }

  set(role: Role, name: string, because: Because): void {
    if (because !== "given" && this.#given[role] === null) return;
    this.#taken.set(role, { name, because });
  }

  drop(role: Role): void {
    if (this.#taken.get(role)?.because !== "given") this.#taken.delete(role);
  }

  /** Takes the first free column that the surest pattern matches and whose content fits. */
  take(role: Role, patterns: readonly RegExp[]): void {
    const kind = this.#target.roles[role]?.kind;
    if (!kind || this.has(role)) return;
    const free = this.free();
    for (const pattern of patterns) {
      const named = free.filter((name) => pattern.test(normalizeName(name)));
      const fitting = named.find((name) => this.fits(kind, name));
      if (!fitting) continue;
      this.set(role, fitting, named.length > 1 ? "name-and-content" : "name");
      return;
    }
  }

  /** Whether a column's values are of a kind; a column without values fits all but times. */
  fits(kind: RoleKind, name: string, enough = ENOUGH): boolean {
    const index = this.#sample.names.indexOf(name);
    const values = valuesOf(this.#sample, index);
    if (kind === "time") return values.length > 0 && timeShare(readTimes(values)) > enough;
    if (isTimeKind(kind)) {
      return values.length === 0 || timeShare(readTimes(values), kind === "month") > enough;
    }
    if (values.length === 0) return true;
    if (kind === "flag") return values.filter(isFlag).length > enough * values.length;
    if (!isNumberKind(kind) || this.#sample.typed.has(index)) return true;
    return numberShare(readNumbers(values)) > enough;
  }
}
