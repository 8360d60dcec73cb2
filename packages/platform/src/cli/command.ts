import type { Command } from "commander";
import type { Texts } from "./text/en.ts";

/** Adds one command to the program. */
export type AddCommand = (program: Command, text: Texts) => void;

/** Shows examples under the command's help. */
export function addExamples(command: Command, text: Texts, lines: readonly string[]): Command {
  const shown = lines.map((line) => `  kundenwert ${line}`).join("\n");
  return command.addHelpText("after", `\n${text.examples}\n${shown}`);
}
