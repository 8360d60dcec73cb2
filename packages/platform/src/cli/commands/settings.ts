import type { Command } from "commander";
import { keepOrTry, undoSettings } from "../../workspace/keep-settings.ts";
import {
  EDITABLE_SETTINGS,
  type EditableSetting,
  type SettingValue,
  settingAt,
} from "../../workspace/setting-list.ts";
import { readSettings, readWritten } from "../../workspace/settings.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { linesOf, settingText, tellChange } from "../output/setting-change.ts";
import { drawTable } from "../output/table.ts";
import { parseOneOf, parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";
import { withStore } from "../with-store.ts";
import { addTargets } from "./setting-targets.ts";

type ListFlags = { readonly format: string };
type SetFlags = { readonly trial?: boolean };

export const addSettings: AddCommand = (program, text) => {
  const { commands, options } = text.settings;
  const formats = `${text.options.format}: table, json`;
  const settings = program.command("settings").description(commands.settings);
  addExamples(settings, text, ["settings", "settings set alerts.budget 0.05 --trial"]);
  const list = settings
    .command("list", { isDefault: true })
    .description(commands.list)
    .option("--format <format>", formats, "table")
    .action((flags: ListFlags, self: Command) =>
      inSession(self, (session) => show(session, flags)),
    );
  addExamples(list, text, ["settings list", "settings list --format json"]);
  const set = settings
    .command("set")
    .argument("<name>", options.name)
    .argument("<value>", options.value)
    .description(commands.set)
    .option("--trial", options.trial)
    .action((name: string, value: string, flags: SetFlags, self: Command) =>
      inSession(self, (session) => change(session, name, value, flags)),
    );
  addExamples(set, text, [
    "settings set smallestGroup 10 --trial",
    "settings set horizons 12,24,36",
    "settings set marginRate default",
  ]);
  addTargets(settings, text);
  const history = settings
    .command("history")
    .description(commands.history)
    .option("--format <format>", formats, "table")
    .action((flags: ListFlags, self: Command) =>
      inSession(self, (session) => tellHistory(session, flags)),
    );
  addExamples(history, text, ["settings history"]);
  const undo = settings
    .command("undo")
    .argument("<number>", options.number)
    .description(commands.undo)
    .action((number: string, _: unknown, self: Command) =>
      inSession(self, (session) => takeBack(session, number)),
    );
  addExamples(undo, text, ["settings undo 3"]);
};

async function show(session: Session, flags: ListFlags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const { directory } = await session.open();
  const [written, next] = [readWritten(directory), readSettings(directory)];
  const items = EDITABLE_SETTINGS.map((setting) => ({
    name: setting.name,
    value: settingAt(next, setting.name),
    written: settingAt(written, setting.name),
    standard: setting.standard,
    allowed: allowedOf(setting),
  }));
  if (format === "json") return session.print(JSON.stringify(items, null, 2));
  const t = session.speech.text.settings;
  const columns = [t.name, t.value, t.written, t.standard, t.allowed].map((title) => ({ title }));
  const rows = items.map(({ name, allowed, ...values }) => [
    name,
    ...[values.value, values.written, values.standard].map((value) =>
      settingText(value, session.speech),
    ),
    allowed,
  ]);
  session.print(drawTable(columns, rows));
  session.remark(t.fromNextRun);
}

async function change(
  session: Session,
  name: string,
  text: string,
  { trial = false }: SetFlags,
): Promise<void> {
  const value = parseSetting(name, text);
  await withStore(session, async ({ directory }, { settingChanges }) => {
    tellChange(session, keepOrTry(directory, settingChanges, { [name]: value }, trial), trial);
  });
}

async function tellHistory(session: Session, flags: ListFlags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  await withStore(session, async (_, { settingChanges }) => {
    const all = settingChanges.list(50);
    if (format === "json") return session.print(JSON.stringify(all, null, 2));
    const { text, day } = session.speech;
    const t = text.settings;
    if (all.length === 0) return session.print(t.unchanged);
    const columns = [t.number, t.day, t.change].map((title) => ({ title }));
    const rows = all.map(({ id, changedAt, changes, undoes }) => [
      `${id}`,
      day(changedAt),
      `${undoes === null ? "" : `${t.undone(`${undoes}`)}: `}${linesOf(changes, session.speech).join("; ")}`,
    ]);
    session.print(drawTable(columns, rows));
  });
}

async function takeBack(session: Session, number: string): Promise<void> {
  const id = parseWhole("<number>", number, 1);
  await withStore(session, async ({ directory }, { settingChanges }) => {
    tellChange(session, undoSettings(directory, settingChanges, id), false);
  });
}

function allowedOf({ range: { kind, minimum, maximum, choices } }: EditableSetting): string {
  if (kind === "choice") return choices.join(", ");
  return minimum === null && maximum === null ? "" : `${minimum ?? ""} – ${maximum ?? ""}`;
}

/** What a person types for a setting; `default` leaves it to the default. @throws CliError */
function parseSetting(name: string, text: string): SettingValue {
  const setting = EDITABLE_SETTINGS.find((each) => each.name === name);
  if (!setting) {
    const allowed = EDITABLE_SETTINGS.map((each) => each.name);
    throw new CliError("OPTION_INVALID", { option: "<name>", value: name, allowed });
  }
  if (text === "default") return null;
  const { kind } = setting.range;
  if (kind === "choice" || kind === "text") return text;
  const numbers = kind === "months" ? text.split(",") : [text.replace(",", ".")];
  const read = numbers.map((one) => (one.trim() === "" ? Number.NaN : Number(one)));
  if (read.some(Number.isNaN)) {
    throw new CliError("OPTION_INVALID", {
      option: name,
      value: text,
      allowed: allowedOf(setting),
    });
  }
  return kind === "months" ? read : (read[0] as number);
}
