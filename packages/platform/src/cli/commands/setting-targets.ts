import type { Command } from "commander";
import { DIMENSIONS } from "../../pipeline/figures/catalogue/figure.ts";
import { FIGURES } from "../../pipeline/figures/catalogue/index.ts";
import { PERIOD_KINDS } from "../../pipeline/figures/period.ts";
import { checkTargets } from "../../pipeline/figures/targets.ts";
import { keepOrTry } from "../../workspace/keep-settings.ts";
import { readSettings } from "../../workspace/settings.ts";
import type { TargetSetting } from "../../workspace/target-settings.ts";
import { CliError } from "../cli-error.ts";
import { addExamples } from "../command.ts";
import { tellChange } from "../output/setting-change.ts";
import { targetText } from "../output/target-text.ts";
import { parseDay, parseOneOf } from "../parse.ts";
import { inSession, type Session } from "../session.ts";
import type { Texts } from "../text/en.ts";
import { withStore } from "../with-store.ts";

type Flags = Readonly<
  Partial<
    Record<"atLeast" | "atMost" | "period" | "dimension" | "member" | "from" | "until", string>
  >
> & { readonly drop?: boolean; readonly trial?: boolean; readonly format: string };

/** What key figures shall reach: listed, set one by one, and dropped. */
export function addTargets(settings: Command, text: Texts): void {
  const { commands, options } = text.settings;
  const target = settings
    .command("target")
    .argument("[figure]", text.figures.options.figure)
    .description(commands.target)
    .option("--at-least <n>", options.atLeast)
    .option("--at-most <n>", options.atMost)
    .option("--period <kind>", `${text.figures.options.period}: ${PERIOD_KINDS.join(", ")}`)
    .option("--dimension <name>", `${text.figures.options.dimension}: ${DIMENSIONS.join(", ")}`)
    .option("--member <name>", text.figures.options.member)
    .option("--from <day>", options.from)
    .option("--until <day>", options.until)
    .option("--drop", options.drop)
    .option("--trial", options.trial)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((figure: string | undefined, flags: Flags, self: Command) =>
      inSession(self, (session) => act(session, figure, flags)),
    );
  addExamples(target, text, [
    "settings target",
    "settings target nps --at-least 45 --from 2026-01-01",
    "settings target revenue --period quarter --at-least 250000 --trial",
    "settings target nps --drop",
  ]);
}

async function act(session: Session, figure: string | undefined, flags: Flags): Promise<void> {
  if (figure === undefined) return list(session, flags);
  parseOneOf(
    "<figure>",
    figure,
    FIGURES.map(({ name }) => name),
  );
  const wish = wishOf(figure, flags);
  await withStore(session, async ({ directory }, { settingChanges }) => {
    const { targets } = readSettings(directory);
    const others = targets.filter((each) => !isMeant(each, wish, flags.drop === true));
    const next = flags.drop ? others : [...others, wish];
    if (!flags.drop) checkTargets([wish]);
    const changes = { targets: next.length > 0 ? next : null };
    const isTrial = flags.trial === true;
    tellChange(session, keepOrTry(directory, settingChanges, changes, isTrial), isTrial);
  });
}

async function list(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const { directory } = await session.open();
  const { targets } = readSettings(directory);
  if (format === "json") return session.print(JSON.stringify(targets, null, 2));
  const lines = targets.map((target) => targetText(target, session.speech));
  session.print(lines.length > 0 ? lines.join("\n") : session.speech.text.figures.noTargets);
}

/** @throws CliError OPTION_INVALID */
function wishOf(figure: string, flags: Flags): TargetSetting {
  const { period, dimension, member, from, until } = flags;
  const [atLeast, atMost] = [
    number("--at-least", flags.atLeast),
    number("--at-most", flags.atMost),
  ];
  for (const [option, day] of [
    ["--from", from],
    ["--until", until],
  ] as const) {
    if (day !== undefined) parseDay(option, day);
  }
  return {
    figure,
    ...(dimension === undefined ? {} : { dimension }),
    ...(member === undefined ? {} : { member }),
    ...(period === undefined ? {} : { period: parseOneOf("--period", period, PERIOD_KINDS) }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

function number(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
  if (Number.isFinite(value)) return value;
  throw new CliError("OPTION_INVALID", { option, value: text, allowed: "45, 0.25" });
}

/** Whether a target is of the same values as a wish; one is dropped whenever it began. */
function isMeant(target: TargetSetting, wish: TargetSetting, isDrop: boolean): boolean {
  const same = ["figure", "dimension", "member", "period"] as const;
  const isOfSame = same.every((name) => target[name] === wish[name]);
  return isOfSame && (target.from === wish.from || (isDrop && wish.from === undefined));
}
