import type { Command } from "commander";
import { DEMO_SOURCES, DEMO_TARGETS, writeDemo } from "../../demo/index.ts";
import { isoDay } from "../../pipeline/calendar.ts";
import { declareSources, suggestSettings } from "../../workspace/settings.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { parseDay, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

type Flags = { customers: string; months: string; seed: string; endDate?: string };

export const addDemo: AddCommand = (program, text) => {
  const command = program
    .command("demo [directory]")
    .description(text.commands.demo)
    .option("--customers <n>", text.options.customers, "10000")
    .option("--months <n>", text.options.months, "36")
    .option("--seed <n>", text.options.seed, "1")
    .option("--end-date <day>", text.options.endDate)
    .action((directory: string | undefined, flags: Flags, self: Command) =>
      inSession(self, (session) => demo(session, directory ?? "demo", flags)),
    );
  addExamples(command, text, ["demo", "demo shop --customers 100000 --seed 7"]);
};

async function demo(session: Session, directory: string, flags: Flags): Promise<void> {
  const { speech, progress, signal } = session;
  const options = {
    customers: parseWhole("--customers", flags.customers, 1, 9_999_999),
    months: parseWhole("--months", flags.months, 1, 240),
    seed: parseWhole("--seed", flags.seed, 0, 0xffff_ffff),
    ...(flags.endDate ? { endDate: isoDay(parseDay("--end-date", flags.endDate)) } : {}),
  };
  await writeDemo(directory, options, {
    signal,
    onProgress: ({ done, total }) => progress.update(speech.text.progress.demo, done / total),
  });
  suggestSettings(directory, { targets: [...DEMO_TARGETS] });
  declareSources(directory, DEMO_SOURCES);
  progress.done(speech.text.demo.written(directory));
  session.remark(speech.text.demo.next(directory));
}
