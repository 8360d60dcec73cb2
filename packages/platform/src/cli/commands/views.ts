import type { Command } from "commander";
import { type AddCommand, addExamples } from "../command.ts";
import { drawTable } from "../output/table.ts";
import { parseOneOf } from "../parse.ts";
import { inSession, type Session } from "../session.ts";
import { withStore } from "../with-store.ts";

type Flags = { readonly format: string };

export const addViews: AddCommand = (program, text) => {
  const command = program
    .command("views")
    .description(text.settings.commands.views)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((flags: Flags, self: Command) => inSession(self, (session) => show(session, flags)));
  addExamples(command, text, ["views", "views --format json"]);
};

async function show(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  await withStore(session, async (_, store) => {
    const views = store.views.list();
    if (format === "json") return session.print(JSON.stringify(views, null, 2));
    const { text, day } = session.speech;
    const t = text.settings;
    if (views.length === 0) return session.print(t.noViews);
    const columns = [t.view, t.address, t.day].map((title) => ({ title }));
    session.print(
      drawTable(
        columns,
        views.map(({ name, path, savedAt }) => [name, path, day(savedAt)]),
      ),
    );
  });
}
