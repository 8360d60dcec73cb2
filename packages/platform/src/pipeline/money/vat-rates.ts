/** What a country calls its rates of value added tax. */
export const TAX_CLASSES = ["standard", "reduced", "second", "special", "zero"] as const;
export type TaxClass = (typeof TAX_CLASSES)[number];

/** A rate as a share of the net amount, from a day on, until another one of its class begins. */
export type VatRate = {
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly taxClass: TaxClass;
  readonly from: string;
  readonly rate: number;
};

const rates = (country: string, taxClass: TaxClass, ...steps: [from: string, percent: number][]) =>
  steps.map(([from, percent]): VatRate => ({ country, taxClass, from, rate: percent / 100 }));

/**
 * The rates of value added tax of Germany, Austria and Switzerland, by the day of the sale.
 *
 * Sources. Germany: § 12 UStG; § 28 UStG as of the Zweites Corona-Steuerhilfegesetz for the second
 * half of 2020. Austria: § 10 UStG 1994 (20, 10, 13 %); § 28 Abs. 52 UStG 1994 for the 5 % of meals,
 * lodging, culture and publications from July 2020 to December 2021, the class `special`, which is
 * 10 % at other times. Switzerland: Art. 25 MWSTG and Art. 115 of its transition; `special` is
 * lodging; 2024 by the reform AHV 21.
 */
export const VAT_RATES: readonly VatRate[] = [
  ...rates(
    "DE",
    "standard",
    ["1998-04-01", 16],
    ["2007-01-01", 19],
    ["2020-07-01", 16],
    ["2021-01-01", 19],
  ),
  ...rates("DE", "reduced", ["1983-07-01", 7], ["2020-07-01", 5], ["2021-01-01", 7]),
  ...rates("AT", "standard", ["1984-01-01", 20]),
  ...rates("AT", "reduced", ["1984-01-01", 10]),
  ...rates("AT", "second", ["2016-01-01", 13]),
  ...rates("AT", "special", ["1984-01-01", 10], ["2020-07-01", 5], ["2022-01-01", 10]),
  ...rates(
    "CH",
    "standard",
    ["2001-01-01", 7.6],
    ["2011-01-01", 8],
    ["2018-01-01", 7.7],
    ["2024-01-01", 8.1],
  ),
  ...rates("CH", "reduced", ["2001-01-01", 2.4], ["2011-01-01", 2.5], ["2024-01-01", 2.6]),
  ...rates(
    "CH",
    "special",
    ["2001-01-01", 3.6],
    ["2011-01-01", 3.8],
    ["2018-01-01", 3.7],
    ["2024-01-01", 3.8],
  ),
];

/** How sources call countries and classes, in lower case; a code is a name of itself. */
export const COUNTRY_NAMES: Readonly<Record<string, readonly string[]>> = {
  DE: ["deu", "d", "deutschland", "germany", "bundesrepublik deutschland"],
  AT: ["aut", "a", "österreich", "oesterreich", "austria"],
  CH: ["che", "schweiz", "switzerland", "suisse", "svizzera"],
};
export const CLASS_NAMES: Readonly<Record<TaxClass, readonly string[]>> = {
  standard: ["normal", "full", "regular", "regulär", "voll", "voller satz", "normalsatz"],
  reduced: ["low", "lower", "reduced rate", "ermäßigt", "ermaessigt", "reduziert"],
  second: ["zweiter ermäßigter satz"],
  special: ["sondersatz"],
  zero: ["none", "exempt", "free", "steuerfrei", "frei", "0", "0 %", "0%"],
};
