import type { Engine } from "../../engines/engine.ts";
import type { Settings } from "../../workspace/settings.ts";
import { toDay } from "../calendar.ts";
import type { Step } from "../step.ts";
import { CLASS_NAMES, COUNTRY_NAMES, TAX_CLASSES, VAT_RATES, type VatRate } from "./vat-rates.ts";

/** A rate by every name that a source may use for its country and class. */
export type NamedRate = {
  /** In lower case, such as de or deutschland; the class such as reduced, ermäßigt, 7 or 7 %. */
  readonly country: string;
  readonly taxClass: string;
  readonly from: string;
  /** The first day without it. */
  readonly until: string;
  readonly rate: number;
};

const FIRST_DAY = "1900-01-01";
const NEVER = "9999-12-31";

/**
 * All rates by name, those of the settings in the place of ours of the same country, class and day.
 * A number names the class that ever had it: who writes 19 means the standard rate, which was 16 %
 * in the second half of 2020. Where two classes had it, the first of `TAX_CLASSES` is meant.
 */
export function namedRates({ vatRates = [] }: Pick<Settings, "vatRates">): NamedRate[] {
  const own = vatRates.map(({ class: taxClass, ...rate }): VatRate => ({ ...rate, taxClass }));
  const isOwn = (one: VatRate) => own.some((other) => keyOf(other) === keyOf(one));
  const all = [...VAT_RATES.filter((one) => !isOwn(one)), ...own];
  const countries = [...new Set(all.map(({ country }) => country))];
  return countries.flatMap((country) => ofCountry(country, all));
}

function keyOf({ country, taxClass, from }: VatRate): string {
  return `${country} ${taxClass} ${from}`;
}

function ofCountry(country: string, all: readonly VatRate[]): NamedRate[] {
  const taken = new Set<string>();
  const names = [country.toLowerCase(), ...(COUNTRY_NAMES[country] ?? [])];
  return TAX_CLASSES.flatMap((taxClass) => {
    const steps = all
      .filter((one) => one.country === country && one.taxClass === taxClass)
      .sort((one, other) => (one.from < other.from ? -1 : 1));
    const phases = taxClass === "zero" ? [{ from: FIRST_DAY, rate: 0 }] : steps;
    const words = [taxClass, ...CLASS_NAMES[taxClass], ...phases.flatMap(numbersOf)];
    const free = [...new Set(words)].filter((word) => !taken.has(word));
    for (const word of free) taken.add(word);
    return names.flatMap((name) =>
      free.flatMap((word) =>
        phases.map(({ from, rate }, at) => ({
          country: name,
          taxClass: word,
          from,
          until: phases[at + 1]?.from ?? NEVER,
          rate,
        })),
      ),
    );
  });
}

/** 7.7 as people write it: 7.7, 7,7, 7.7 %, 7,7%, 0.077. */
function numbersOf({ rate }: Pick<VatRate, "rate">): string[] {
  const share = String(Number(rate.toFixed(6)));
  const percent = String(Number((rate * 100).toFixed(4)));
  const forms = [percent, `${percent} %`, `${percent}%`, Number(percent).toFixed(2), share];
  return [...forms, ...forms.map((form) => form.replace(".", ","))];
}

const SHAPE = `SELECT CAST('' AS VARCHAR) AS country, CAST('' AS VARCHAR) AS tax_class,
    CAST(NULL AS DATE) AS valid_from, CAST(NULL AS DATE) AS valid_until, CAST(0 AS DOUBLE) AS rate
  WHERE 1 = 0`;

/** The table `vat_rate`: rates of value added tax by country, class and day; empty where unused. */
export const vatTable: Step = {
  name: "vat_rate",
  reads: [],
  text: SHAPE,
  checks: { "a rate is a share": "rate < 0 OR rate >= 1" },
  inputs: ({ settings, money }) => ({ rates: money ? JSON.stringify(namedRates(settings)) : "" }),
  async write({ engine, settings, money }, table) {
    await engine.replaceTable(table, SHAPE);
    if (money) await fill(engine, table, namedRates(settings));
  },
};

async function fill(engine: Engine, table: string, rates: readonly NamedRate[]): Promise<void> {
  const days = (of: (rate: NamedRate) => string) =>
    Float64Array.from(rates, (rate) => toDay(new Date(of(rate))));
  await engine.append(table, {
    country: rates.map(({ country }) => country),
    tax_class: rates.map(({ taxClass }) => taxClass),
    valid_from: days(({ from }) => from),
    valid_until: days(({ until }) => until),
    rate: Float64Array.from(rates, ({ rate }) => rate),
  });
}
