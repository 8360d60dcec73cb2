import type { Because, Decision } from "./decision.ts";
import { type FileSample, valuesOf } from "./file-sample.ts";
import { numberShare, readNumbers } from "./number-form.ts";
import { isAmountLike, normalizeName, PRICE_PATTERNS, patternsOf } from "./role-names.ts";
import {
  type Basis,
  isNumberRole,
  type Mapping,
  type MappingOptions,
  ROLES,
  type Role,
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
  sample: FileSample,
  given: MappingOptions,
  basis: Basis,
): MappingFound {
  const guess = new Guess(sample, given);
  for (const role of ROLES) guess.take(role, patternsOf(role, basis));
  takePrice(guess);
  takeIdAsCustomer(guess);
  takeOnlyTime(guess);
  dropUnused(guess);
  const free = sample.names.filter((name) => !guess.isTaken(name));
  const otherAmounts = free.filter((name) => isAmountLike(name) && guess.fits("amount", name));
  return { mapping: guess.mapping, decisions: guess.decisions, otherAmounts };
}

/** A price beside a quantity is the price of one; alone it is the amount. */
function takePrice(guess: Guess): void {
  if (guess.has("amount") || guess.has("unitPrice") || guess.has("gross")) return;
  guess.take(guess.has("quantity") ? "unitPrice" : "amount", PRICE_PATTERNS);
}

/** Where nothing else names the customer, a column "id" does. */
function takeIdAsCustomer(guess: Guess): void {
  if (guess.has("customer")) return;
  if (guess.isGuessed("order", "id")) guess.drop("order");
  guess.take("customer", [/^id$/]);
}

/** A single column of dates is the time, whatever it is called. */
function takeOnlyTime(guess: Guess): void {
  if (guess.has("time")) return;
  const dates = guess.free().filter((name) => guess.fits("time", name, CERTAIN));
  if (dates.length === 1 && dates[0]) guess.set("time", dates[0], "content");
}

/** What is guessed must also count: a price of one does not where the amount itself is there. */
function dropUnused(guess: Guess): void {
  const hasPrice = guess.has("unitPrice") && guess.has("quantity");
  if (guess.has("amount") || !hasPrice) guess.drop("unitPrice");
  if (guess.has("amount") || guess.has("unitPrice")) guess.drop("gross");
  if (guess.has("cost")) guess.drop("unitCost");
}

class Guess {
  readonly #sample: FileSample;
  readonly #given: MappingOptions;
  readonly #taken = new Map<Role, { name: string; because: Because }>();

  constructor(sample: FileSample, given: MappingOptions) {
    this.#sample = sample;
    this.#given = given;
    for (const role of ROLES) {
      const name = given[role];
      if (name) this.set(role, name, "given");
    }
  }

  get mapping(): Mapping {
    return Object.fromEntries([...this.#taken].map(([role, { name }]) => [role, name]));
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

  isTaken(name: string): boolean {
    return [...this.#taken.values()].some((taken) => taken.name === name);
  }

  isGuessed(role: Role, name: string): boolean {
    const taken = this.#taken.get(role);
    return taken?.because !== "given" && normalizeName(taken?.name ?? "") === name;
  }

  free(): string[] {
    return this.#sample.names.filter((name) => !this.isTaken(name));
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
    if (this.has(role)) return;
    const free = this.free();
    for (const pattern of patterns) {
      const named = free.filter((name) => pattern.test(normalizeName(name)));
      const fitting = named.find((name) => this.fits(role, name));
      if (!fitting) continue;
      this.set(role, fitting, named.length > 1 ? "name-and-content" : "name");
      return;
    }
  }

  /** Whether a column's values are of the role's kind; a column without values fits all but time. */
  fits(role: Role, name: string, enough = ENOUGH): boolean {
    const index = this.#sample.names.indexOf(name);
    const values = valuesOf(this.#sample, index);
    if (role === "time") return values.length > 0 && timeShare(readTimes(values)) > enough;
    if (!isNumberRole(role) || this.#sample.typed.has(index)) return true;
    return values.length === 0 || numberShare(readNumbers(values)) > enough;
  }
}
