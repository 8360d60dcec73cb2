import type { Command } from "commander";
import type { Figure } from "../../pipeline/figures/catalogue/figure.ts";
import { FIGURES } from "../../pipeline/figures/catalogue/index.ts";
import { type AddCommand, addExamples } from "../command.ts";
import type { Speech } from "../language.ts";
import { parseOneOf } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

type Flags = { readonly figure?: string; readonly format: string };

export const addGlossary: AddCommand = (program, text) => {
  const command = program
    .command("glossary")
    .description(text.commands.glossary)
    .option("--figure <name>", text.figures.options.figure)
    .option("--format <format>", `${text.options.format}: text, json`, "text")
    .action((flags: Flags, self: Command) =>
      inSession(self, async (session) => tell(session, flags)),
    );
  addExamples(command, text, [
    "glossary",
    "glossary --figure churn_rate",
    "glossary --format json",
  ]);
};

function tell({ print, speech }: Session, { figure, format }: Flags): void {
  const wanted = parseOneOf("--format", format, ["text", "json"]);
  const names = FIGURES.map(({ name }) => name);
  const name = figure === undefined ? undefined : parseOneOf("--figure", figure, names);
  const told = FIGURES.filter((one) => name === undefined || one.name === name);
  const words = () => told.map((one) => inWords(one, speech)).join("\n\n");
  print(wanted === "json" ? JSON.stringify(told, null, 2) : words());
}

function inWords(figure: Figure, { language, text, percent }: Speech): string {
  const { label, meaning, formula, example } = figure[language];
  const t = text.figures;
  const facts = [
    [t.formula, formula],
    [t.example, example],
    [t.basis, t.bases[figure.basis]],
    [t.periodsAre, figure.periods.map((kind) => t.periods[kind]).join(", ")],
    [t.dimensionsAre, figure.dimensions.join(", ")],
    ...(figure.interval ? [[t.interval, percent(figure.interval)]] : []),
  ];
  const lines = facts.map(([title, fact]) => `  ${title}: ${fact}`);
  return [`${label} (${figure.name})`, `  ${meaning}.`, ...lines].join("\n");
}
