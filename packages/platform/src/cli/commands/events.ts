import type { Command } from "commander";
import { type DayEvent, EVENT_KINDS, listEvents } from "../../pipeline/campaign-events.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import type { Speech } from "../language.ts";
import { drawTable } from "../output/table.ts";
import { parseDay, parseOneOf, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";
import { withStore } from "../with-store.ts";

type ListFlags = { readonly format: string };
type AddFlags = { readonly kind: string };
type RemoveFlags = { readonly restore?: boolean };

const LONGEST = 200;

export const addEvents: AddCommand = (program, text) => {
  const { commands, options } = text.settings;
  const events = program.command("events").description(commands.events);
  addExamples(events, text, ["events", 'events add 2026-03-01 "…" --kind price']);
  const list = events
    .command("list", { isDefault: true })
    .description(commands.listEvents)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((flags: ListFlags, self: Command) =>
      inSession(self, (session) => show(session, flags)),
    );
  addExamples(list, text, ["events list", "events list --format json"]);
  const add = events
    .command("add")
    .argument("<day>", options.eventDay)
    .argument("<text>", options.eventText)
    .description(commands.addEvent)
    .option("--kind <kind>", `${options.kind}: ${EVENT_KINDS.join(", ")}`, "other")
    .action((day: string, words: string, flags: AddFlags, self: Command) =>
      inSession(self, (session) => note(session, day, words, flags)),
    );
  addExamples(add, text, ['events add 2026-03-01 "+5 %" --kind price']);
  const remove = events
    .command("remove")
    .argument("<number>", options.eventNumber)
    .description(commands.removeEvent)
    .option("--restore", options.restore)
    .action((number: string, flags: RemoveFlags, self: Command) =>
      inSession(self, (session) => takeAway(session, number, flags)),
    );
  addExamples(remove, text, ["events remove 2", "events remove 2 --restore"]);
};

async function show(session: Session, flags: ListFlags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  await withStore(session, async ({ engine }, { annotations }) => {
    const events = await listEvents(engine, annotations.list());
    if (format === "json") return session.print(JSON.stringify(events, null, 2));
    const t = session.speech.text.settings;
    if (events.length === 0) return session.print(t.noEvents);
    session.print(tableOf(events, session.speech));
  });
}

async function note(session: Session, day: string, words: string, flags: AddFlags): Promise<void> {
  const kind = parseOneOf("--kind", flags.kind, EVENT_KINDS);
  parseDay("<day>", day);
  const text = words.trim();
  if (text === "" || text.length > LONGEST) {
    throw new CliError("OPTION_INVALID", {
      option: "<text>",
      value: text,
      allowed: `1 – ${LONGEST}`,
    });
  }
  await withStore(session, async (_, { annotations }) =>
    session.print(tableOf([annotations.insert({ day, kind, text })], session.speech)),
  );
}

async function takeAway(
  session: Session,
  number: string,
  { restore = false }: RemoveFlags,
): Promise<void> {
  const id = parseWhole("<number>", number, 1);
  await withStore(session, async (_, { annotations }) => {
    const event = restore ? annotations.restore(id) : annotations.remove(id);
    session.print(tableOf([event], session.speech));
    const { settings } = session.speech.text;
    session.remark(restore ? settings.restored : settings.removed(number));
  });
}

function tableOf(events: readonly DayEvent[], { text, day }: Speech): string {
  const t = text.settings;
  const columns = [t.number, t.day, t.kind, t.event].map((title) => ({ title }));
  const rows = events.map((event) => [
    event.id === null ? "–" : `${event.id}`,
    day(event.day),
    t.kinds[event.kind] ?? event.kind,
    event.text,
  ]);
  return drawTable(columns, rows);
}
