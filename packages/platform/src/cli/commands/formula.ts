import { traditional } from "@kundenwert/models";
import type { Command } from "commander";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { inSession } from "../session.ts";
import type { Texts } from "../text/en.ts";

type Flags = Readonly<Record<string, string>>;

export const addFormula: AddCommand = (program, text) => {
  const formula = program.command("formula").description(text.commands.formula);
  const formulas = formulasOf(text.formula);
  for (const { name, meaning, options, compute, example } of formulas) {
    const command = formula.command(name).description(meaning);
    addOptions(command, options, compute);
    addExamples(command, text, [example]);
  }
  const examples = formulas.map(({ example }) => example);
  addExamples(formula, text, examples);
};

type Option = readonly [flags: string, meaning: string, standard?: string];
type Formula = {
  readonly name: string;
  readonly meaning: string;
  readonly options: readonly Option[];
  readonly compute: (read: (option: string) => number) => number;
  readonly example: string;
};

/** The formulas, each with the numbers it asks for. */
const formulasOf = (t: Texts["formula"]): readonly Formula[] => [
  {
    name: "order-value",
    meaning: t.orderValue,
    options: [
      ["--aov <amount>", t.aov],
      ["--frequency <n>", t.frequency],
      ["--years <n>", t.years],
    ],
    compute: (n) =>
      traditional.orderValueOverLifespan({
        averageOrderValue: n("aov"),
        purchaseFrequency: n("frequency"),
        lifespan: n("years"),
      }),
    example: "formula order-value --aov 75 --frequency 3 --years 4",
  },
  {
    name: "subscription",
    meaning: t.subscription,
    options: [
      ["--fee <amount>", t.fee],
      ["--months <n>", t.monthsCount],
      ["--customers <n>", t.customersCount, "1"],
    ],
    compute: (n) =>
      traditional.subscriptionValue({
        monthlyFee: n("fee"),
        months: n("months"),
        customers: n("customers"),
      }),
    example: "formula subscription --fee 100 --months 24",
  },
  {
    name: "net",
    meaning: t.net,
    options: [
      ["--revenue <amount>", t.revenue],
      ["--years <n>", t.years],
      ["--acquisition <amount>", t.acquisition],
    ],
    compute: (n) =>
      traditional.valueAfterAcquisition({
        annualRevenue: n("revenue"),
        years: n("years"),
        acquisitionCost: n("acquisition"),
      }),
    example: "formula net --revenue 1000 --years 10 --acquisition 1000",
  },
  retentionOf(t),
];

const retentionOf = (t: Texts["formula"]): Formula => ({
  name: "retention",
  meaning: t.retentionValue,
  options: [
    ["--margin <amount>", t.margin],
    ["--retention <share>", t.retention],
    ["--discount-rate <share>", t.discountRate],
  ],
  compute: (n) =>
    traditional.retentionValue({
      margin: n("margin"),
      retention: n("retention"),
      discountRate: n("discountRate"),
    }),
  example: "formula retention --margin 100 --retention 0.8 --discount-rate 0.1",
});

function addOptions(
  command: Command,
  options: readonly Option[],
  compute: Formula["compute"],
): void {
  for (const [flags, meaning, standard] of options) {
    if (standard) command.option(flags, meaning, standard);
    else command.requiredOption(flags, meaning);
  }
  command.action((given: Flags, self: Command) =>
    inSession(self, async ({ speech, print }) => {
      print(speechOf(speech.language).money(compute((option) => toNumber(option, given[option]))));
    }),
  );
}

/** @throws CliError FORMULA_INPUT_INVALID */
function toNumber(option: string, text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || text.trim() === "" || !(value >= 0)) {
    const flag = option.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
    throw new CliError("FORMULA_INPUT_INVALID", { option: `--${flag}`, value: text });
  }
  return value;
}
