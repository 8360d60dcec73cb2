import { Command, type CommanderError, Option } from "commander";
import { VERSION } from "../api/version.ts";
import { readConfig } from "../config.ts";
import { addExamples } from "./command.ts";
import { addAccount } from "./commands/account.ts";
import { addAlerts } from "./commands/alerts.ts";
import { addBacktest } from "./commands/backtest.ts";
import { addCustomer } from "./commands/customer.ts";
import { addDemo } from "./commands/demo.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addEquity } from "./commands/equity.ts";
import { addEvents } from "./commands/events.ts";
import { addExplain } from "./commands/explain.ts";
import { addFeatures } from "./commands/features.ts";
import { addFeedback } from "./commands/feedback.ts";
import { addFigures } from "./commands/figures.ts";
import { addFormula } from "./commands/formula.ts";
import { addGlossary } from "./commands/glossary.ts";
import { addHealth } from "./commands/health.ts";
import { addIdentity } from "./commands/identity.ts";
import { addImport } from "./commands/import.ts";
import { addMigrate } from "./commands/migrate.ts";
import { addNewCustomers } from "./commands/new-customers.ts";
import { addPotential } from "./commands/potential.ts";
import { addRefresh } from "./commands/refresh.ts";
import { addRun } from "./commands/run.ts";
import { addSegments } from "./commands/segments.ts";
import { addServe } from "./commands/serve.ts";
import { addSettings } from "./commands/settings.ts";
import { addStages } from "./commands/stages.ts";
import { addStart } from "./commands/start.ts";
import { addTransitions } from "./commands/transitions.ts";
import { addValue } from "./commands/value.ts";
import { addViews } from "./commands/views.ts";
import { EXIT, tellError } from "./describe-error.ts";
import { type Language, speechOf } from "./language.ts";
import { toUsageError } from "./usage-error.ts";

const commands = [
  addStart,
  addDemo,
  addImport,
  addRefresh,
  addDoctor,
  addRun,
  addValue,
  addCustomer,
  addExplain,
  addAccount,
  addIdentity,
  addEquity,
  addBacktest,
  addFeatures,
  addStages,
  addSegments,
  addTransitions,
  addAlerts,
  addHealth,
  addFeedback,
  addPotential,
  addNewCustomers,
  addSettings,
  addEvents,
  addViews,
  addMigrate,
  addServe,
  addFigures,
  addGlossary,
  addFormula,
];

/** The command line with all its commands, its help in the user's language. */
export function createProgram(argv: readonly string[]): Command {
  const language = languageOf(argv);
  const { text } = speechOf(language);
  const program = new Command("kundenwert")
    .description(text.program)
    .version(VERSION, "-V, --version", text.help.version)
    .option("-w, --workspace <directory>", text.options.workspace)
    .addOption(new Option("--lang <language>", text.options.lang).choices(["de", "en"]))
    .option("-q, --quiet", text.options.quiet)
    .helpOption("-h, --help", text.help.help)
    .helpCommand("help [command]", text.help.help)
    .configureHelp({
      styleTitle: (title) => text.help.titles[title] ?? title,
      styleOptionDescription: (description) =>
        description.replace("(default:", text.help.standard).replace(/ \(choices:.*\)$/, ""),
    })
    .configureOutput({ outputError: () => {} })
    .exitOverride((error) => exit(error, language));
  for (const add of commands) add(program, text);
  return addExamples(program, text, ["start", "run orders.csv", "value --limit 10"]);
}

/** Commander knows English only, so its errors are told here. */
function exit(error: CommanderError, language: Language): never {
  const told = toUsageError(error);
  if (told) tellError(told, language);
  process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
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
