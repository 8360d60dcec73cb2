import type { CommanderError } from "commander";
import { CliError, type CliErrorCode } from "./cli-error.ts";

/** What commander refuses, by its code. */
const CODES: Readonly<Record<string, CliErrorCode>> = {
  "commander.unknownCommand": "COMMAND_UNKNOWN",
  "commander.unknownOption": "FLAG_UNKNOWN",
  "commander.missingMandatoryOptionValue": "FLAG_MISSING",
  "commander.optionMissingArgument": "FLAG_WITHOUT_VALUE",
  "commander.excessArguments": "ARGUMENTS_TOO_MANY",
  "commander.invalidArgument": "OPTION_INVALID",
};
/** The same where it knows what may have been meant. */
const MISTYPED: Readonly<Record<string, CliErrorCode>> = {
  "commander.unknownCommand": "COMMAND_MISTYPED",
  "commander.unknownOption": "FLAG_MISTYPED",
};

/**
 * A wrong command line as an error of ours; undefined where commander only showed its help. The
 * facts stand in its English message, in quotes.
 */
export function toUsageError({ code, message }: CommanderError): CliError | undefined {
  const suggestion = /Did you mean (?:one of )?(.*)\?/.exec(message)?.[1];
  const known = (suggestion && MISTYPED[code]) || CODES[code];
  if (!known) return undefined;
  const [option, value] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  const allowed = /Allowed choices are (.*)\./.exec(message)?.[1];
  return new CliError(known, { option, value, allowed, suggestion });
}
