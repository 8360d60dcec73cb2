import type { Command } from "commander";
import type { Row } from "../../engines/engine.ts";
import { type Account, readAccount } from "../../pipeline/customer-360/account-value.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { type Speech, speechOf } from "../language.ts";
import { drawTable, right } from "../output/table.ts";
import { parseOneOf } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

export const addAccount: AddCommand = (program, text) => {
  const command = program
    .command("account")
    .argument("<id>", text.options.accountId)
    .description(text.commands.account)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((id: string, flags: { format: string }, self: Command) =>
      inSession(self, (session) => act(session, id, flags.format)),
    );
  addExamples(command, text, ["account ACME", "account ACME --format json"]);
};

async function act(session: Session, id: string, wanted: string): Promise<void> {
  const format = parseOneOf("--format", wanted, ["table", "json"]);
  const { engine, settings } = await session.open();
  const account = await readAccount(engine, id);
  if (format === "json") return session.print(JSON.stringify(account, null, 2));
  const speech = speechOf(session.speech.language, settings.currency);
  const levels = [...new Set(account.values.map(({ level }) => String(level)))];
  const parts = levels.map((level) => levelView(account, level, speech));
  session.print([...parts, contactTable(account.contacts, speech)].join("\n\n"));
}

function levelView(
  { accountId, values, groupId, accounts }: Account,
  level: string,
  speech: Speech,
) {
  const t = speech.text.account;
  const rows = values.filter((row) => row.level === level);
  const [first] = rows as [Row];
  const n = (name: string) => speech.number(Number(first[name]));
  const day = (name: string) => speech.day(first[name] as string | null);
  const isGroup = level === "group";
  return [
    `${t.levels[level]} ${accountId}`,
    ...(groupId && !isGroup ? [t.partOf(groupId)] : []),
    ...(isGroup ? [t.accounts(n("accounts"), accounts.join(", "))] : []),
    t.contacts(n("contacts"), n("valued")),
    first.roles_known === 0
      ? t.rolesUnknown
      : t.deciders(n("decision_makers"), n("roles_known"), n("covered_accounts"), n("accounts")),
    ...(first.first_day ? [t.purchases(n("purchases"), day("first_day"), day("last_day"))] : []),
    valueTable(rows, speech),
  ].join("\n");
}

function valueTable(rows: readonly Row[], speech: Speech): string {
  const t = speech.text.account.columns;
  const money = (row: Row, name: string) => speech.money(row[name] as number | null);
  return drawTable(
    Object.values(t).map(right),
    rows.map((row) => [
      `${row.horizon_months}`,
      money(row, "revenue_historic"),
      money(row, "revenue_discounted"),
      money(row, "contribution_discounted"),
      money(row, "revenue_total"),
    ]),
  );
}

function contactTable(contacts: readonly Row[], speech: Speech): string {
  const { contact: t, columns } = speech.text.account;
  return drawTable(
    [
      { title: t.customer },
      { title: t.account },
      right(t.purchases),
      right(columns.historic),
      right(columns.discounted),
      right(t.last),
    ],
    contacts.map((row) => [
      String(row.customer_id),
      String(row.account_id ?? ""),
      speech.number(row.purchases as number | null),
      speech.money(row.revenue_historic as number | null),
      speech.money(row.revenue_discounted as number | null),
      speech.day(row.last_day as string | null),
    ]),
  );
}
