import type { Command } from "commander";
import { readHealthReport } from "../../pipeline/health/health-report.ts";
import { notMade } from "../../pipeline/not-made.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { describeHealth } from "../output/health-table.ts";
import { tellSuppressed } from "../output/suppressed.ts";
import { parseOneOf } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

export const addHealth: AddCommand = (program, text) => {
  const command = program
    .command("health")
    .description(text.commands.health)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((flags: { format: string }, self: Command) =>
      inSession(self, (session) => act(session, flags.format)),
    );
  addExamples(command, text, ["health", "health --format json"]);
};

async function act(session: Session, wanted: string): Promise<void> {
  const format = parseOneOf("--format", wanted, ["table", "json"]);
  const { engine, settings } = await session.open();
  const report = await readHealthReport(engine, settings.smallestGroup);
  if (!report) throw await notMade(engine, "no run has told the health of customers yet");
  session.print(
    format === "json" ? JSON.stringify(report, null, 2) : describeHealth(report, session.speech),
  );
  tellSuppressed(session, report.suppressed, settings.smallestGroup);
}
