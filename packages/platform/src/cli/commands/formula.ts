import { traditional } from "@kundenwert/models";
import type { Command } from "commander";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { speechOf } from "../language.ts";
import { inSession } from "../session.ts";

type Flags = Readonly<Record<string, string>>;

export const addFormula: AddCommand = (program, text) => {
  const formula = program.command("formula").description(text.commands.formula);
  const t = text.formula;
  add(
    formula,
    "order-value",
    t.orderValue,
    [
      ["--aov <amount>", t.aov],
      ["--frequency <n>", t.frequency],
      ["--years <n>", t.years],
    ],
    (n) =>
      traditional.orderValueOverLifespan({
        averageOrderValue: n("aov"),
        purchaseFrequency: n("frequency"),
        lifespan: n("years"),
      }),
  );
  add(
    formula,
    "subscription",
    t.subscription,
    [
      ["--fee <amount>", t.fee],
      ["--months <n>", t.monthsCount],
      ["--customers <n>", t.customersCount, "1"],
    ],
    (n) =>
      traditional.subscriptionValue({
        monthlyFee: n("fee"),
        months: n("months"),
        customers: n("customers"),
      }),
  );
  add(
    formula,
    "net",
    t.net,
    [
      ["--revenue <amount>", t.revenue],
      ["--years <n>", t.years],
      ["--acquisition <amount>", t.acquisition],
    ],
    (n) =>
      traditional.valueAfterAcquisition({
        annualRevenue: n("revenue"),
        years: n("years"),
        acquisitionCost: n("acquisition"),
      }),
  );
  add(
    formula,
    "retention",
    t.retentionValue,
    [
      ["--margin <amount>", t.margin],
      ["--retention <share>", t.retention],
      ["--discount-rate <share>", t.discountRate],
    ],
    (n) =>
      traditional.retentionValue({
        margin: n("margin"),
        retention: n("retention"),
        discountRate: n("discountRate"),
      }),
  );
  addExamples(formula, text, Object.values(EXAMPLES));
  for (const command of formula.commands) {
    addExamples(command, text, [EXAMPLES[command.name() as keyof typeof EXAMPLES]]);
  }
};

const EXAMPLES = {
  "order-value": "formula order-value --aov 75 --frequency 3 --years 4",
  subscription: "formula subscription --fee 100 --months 24",
  retention: "formula retention --margin 100 --retention 0.8 --discount-rate 0.1",
  net: "formula net --revenue 1000 --years 10 --acquisition 1000",
} as const;

type Option = readonly [flags: string, description: string, standard?: string];

function add(
  parent: Command,
  name: string,
  description: string,
  options: readonly Option[],
  compute: (read: (name: string) => number) => number,
): void {
  const command = parent.command(name).description(description);
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
