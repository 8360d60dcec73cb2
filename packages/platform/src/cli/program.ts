import { Command } from "commander";
import { VERSION } from "../api/version.ts";
import { readConfig } from "../config.ts";
import { addBacktest } from "./commands/backtest.ts";
import { addDemo } from "./commands/demo.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addEquity } from "./commands/equity.ts";
import { addFormula } from "./commands/formula.ts";
import { addImport } from "./commands/import.ts";
import { addRun } from "./commands/run.ts";
import { addServe } from "./commands/serve.ts";
import { addStart } from "./commands/start.ts";
import { addValue } from "./commands/value.ts";
import { EXIT } from "./describe-error.ts";
import { type Language, speechOf } from "./language.ts";

const commands = [
  addStart,
  addDemo,
  addImport,
  addDoctor,
  addRun,
  addValue,
  addEquity,
  addBacktest,
  addServe,
  addFormula,
];

/** The command line with all its commands, its help in the user's language. */
export function createProgram(argv: readonly string[]): Command {
  const { text } = speechOf(languageOf(argv));
  const program = new Command("kundenwert")
    .description(text.program)
    .version(VERSION)
    .option("-w, --workspace <directory>", text.options.workspace)
    .option("--lang <language>", text.options.lang)
    .option("-q, --quiet", text.options.quiet)
    .showSuggestionAfterError()
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
    });
  for (const add of commands) add(program, text);
  return program;
}

/** Help is printed before options are parsed, so the language is looked for by hand. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const told = argv[at]?.split("=")[1] ?? (at >= 0 ? argv[at + 1] : undefined);
  if (told === "de" || told === "en") return told;
  try {
    return readConfig().language;
  } catch {
    return "en";
  }
}
