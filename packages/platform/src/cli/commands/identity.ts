import { userInfo } from "node:os";
import type { Command } from "commander";
import type { Row } from "../../engines/engine.ts";
import { decide, reviewList } from "../../pipeline/identity/decide.ts";
import type { Decision } from "../../pipeline/identity/match.ts";
import { listAliases, resolveIdentities } from "../../pipeline/identity/resolve.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { drawTable } from "../output/table.ts";
import { inSession, type Session } from "../session.ts";

type Why = { readonly reason?: string };

const EXAMPLES = [
  "identity list",
  "identity merge K0000042 K0000007 --reason Heirat",
  "identity split K0000042",
  "identity split 1001 --source kasse",
  "identity review",
];

export const addIdentity: AddCommand = (program, text) => {
  const { options, commands } = text;
  const identity = program.command("identity").description(commands.identity);
  identity
    .command("list")
    .description(commands.identityList)
    .action((_: object, self: Command) => inSession(self, list));
  identity
    .command("merge")
    .description(commands.identityMerge)
    .argument("<id>", options.customerId)
    .argument("<into>", options.mergeInto)
    .option("--reason <text>", options.reason)
    .action((customerId: string, otherId: string, flags: Why, self: Command) =>
      inSession(self, (session) =>
        act(session, { action: "merge", customerId, otherId, ...flags }),
      ),
    );
  identity
    .command("split")
    .description(commands.identitySplit)
    .argument("<id>", options.customerId)
    .option("--source <name>", options.splitSource)
    .option("--reason <text>", options.reason)
    .action((customerId: string, flags: Why & { source?: string }, self: Command) =>
      inSession(self, (session) =>
        act(session, { action: "split", customerId, otherId: flags.source ?? null, ...flags }),
      ),
    );
  identity
    .command("review")
    .description(commands.identityReview)
    .option("--apart <ids...>", options.apart)
    .option("--reason <text>", options.reason)
    .action((flags: Why & { apart?: string[] }, self: Command) =>
      inSession(self, (session) => review(session, flags)),
    );
  addExamples(identity, text, EXAMPLES);
  for (const command of identity.commands) {
    const own = EXAMPLES.filter((line) => line.startsWith(`identity ${command.name()}`));
    addExamples(command, text, own);
  }
};

async function list(session: Session): Promise<void> {
  const { engine } = await session.open();
  await resolveIdentities(engine);
  const { speech } = session;
  const { columns, none, allSources } = speech.text.identity;
  const rows = await listAliases(engine);
  if (rows.length === 0) return session.print(none);
  session.print(
    toTable(columns, rows, (row) => [
      String(row.customer_id),
      String(row.source || allSources),
      String(row.canonical_id),
      speech.day(String(row.since).slice(0, 10)),
      String(row.reason),
      String(row.decided_by),
    ]),
  );
}

type Wish = Pick<Decision, "action" | "customerId" | "otherId"> & Why;

async function act(session: Session, { action, customerId, otherId, reason }: Wish): Promise<void> {
  const { engine } = await session.open();
  const decidedBy = userInfo().username;
  const decision = { action, customerId, otherId, reason: reason ?? action, decidedBy };
  const { merged, released } = await decide(engine, decision);
  const { speech } = session;
  const { changed, unchanged } = speech.text.identity;
  const any = merged + released > 0;
  session.print(any ? changed(speech.number(merged), speech.number(released)) : unchanged);
}

async function review(session: Session, flags: Why & { apart?: string[] }): Promise<void> {
  const [customerId, otherId] = flags.apart ?? [];
  if (customerId !== undefined) {
    return act(session, { action: "apart", customerId, otherId: otherId ?? customerId, ...flags });
  }
  const { engine } = await session.open();
  const { review: columns, reasons, nothing, hint } = session.speech.text.identity;
  const rows = await reviewList(engine);
  if (rows.length === 0) return session.print(nothing);
  session.print(
    toTable(columns, rows, (row) => [
      String(row.customer_id),
      String(row.other_id),
      reasons[String(row.reason)] ?? String(row.reason),
      String(row.evidence),
    ]),
  );
  session.remark(hint);
}

function toTable(
  titles: Readonly<Record<string, string>>,
  rows: readonly Row[],
  cells: (row: Row) => string[],
): string {
  return drawTable(
    Object.values(titles).map((title) => ({ title })),
    rows.map(cells),
  );
}
