import { expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { importFile } from "./import-file.ts";
import { previewFile } from "./preview-file.ts";

const scratch = scratchWorkspace();

async function ledger(table: string, columns: string) {
  const found = await scratch.workspace.engine.rows(
    `SELECT ${columns} FROM ${table} ORDER BY import_id, line`,
  );
  return found.map((row) => Object.values(row));
}

/** A German and an English file of each table, and its first row as the ledger has it. */
const files: readonly [
  table: string,
  columns: string,
  expected: unknown[],
  header: string,
  row: string,
][] = [
  [
    "subscriptions",
    "subscription_id, customer_id, plan, CAST(started_on AS VARCHAR), CAST(ended_on AS VARCHAR), CAST(monthly_fee AS DOUBLE)",
    ["V1", "K1", "Komfort", "2025-02-01", "2026-02-01", 19.9],
    "Vertragsnummer;Kundennummer;Tarif;Vertragsbeginn;Vertragsende;Monatspreis",
    "V1;K1;Komfort;01.02.2025;01.02.2026;19,90",
  ],
  [
    "subscriptions",
    "subscription_id, customer_id, CAST(started_on AS VARCHAR), CAST(ended_on AS VARCHAR), CAST(monthly_fee AS DOUBLE), state",
    ["S1", "C1", "2025-02-01", null, 10, "trial"],
    "subscription_id,customer_id,start_date,end_date,annual_fee,is_trial",
    "S1,C1,2025-02-01,9999-12-31,120,true",
  ],
  [
    "interactions",
    "interaction_id, customer_id, CAST(happened_at AS VARCHAR), channel, kind, duration_minutes, CAST(cost AS DOUBLE), outcome",
    ["T1", "K1", "2025-03-04 10:30:00", "Telefon", "Beschwerde", 12.5, 3.2, "gelöst"],
    "Vorgangsnummer;Kundennr;Eingang;Kanal;Anlass;Dauer_Minuten;Kosten;Ergebnis",
    "T1;K1;04.03.2025 10:30;Telefon;Beschwerde;12,5;3,20;gelöst",
  ],
  [
    "interactions",
    "interaction_id, duration_minutes, first_response_minutes, CAST(resolved_at AS VARCHAR)",
    ["T1", 120, 15, "2025-03-04 12:30:00"],
    "ticket_id,customer_id,submitted_at,closed_at,resolution_time_hours,first_response_time_minutes",
    "T1,K1,2025-03-04 10:30,2025-03-04 12:30,2,15",
  ],
  [
    "interactions",
    "interaction_id, first_response_minutes, CAST(resolved_at AS VARCHAR)",
    ["T1", 45, null],
    "Vorgangsnummer;Kundennr;Eingang;Kontaktart;Erste Antwort am;Erledigt am",
    "T1;K1;04.03.2025 10:30;Beschwerde;04.03.2025 11:15;",
  ],
  [
    "interactions",
    "interaction_id, first_response_minutes, CAST(resolved_at AS VARCHAR)",
    ["T1", 90, "2025-03-05 00:00:00"],
    "Vorgangsnummer;Kundennr;Eingang;Kontaktart;Reaktionszeit Stunden;Abschlussdatum",
    "T1;K1;04.03.2025 10:30;Beschwerde;1,5;05.03.2025",
  ],
  [
    "identifiers",
    "customer_id, kind, value, source",
    ["K1", "E-Mail", "ann@web.de", "Kasse"],
    "Kundennummer;Kennungsart;Kennung;System",
    "K1;E-Mail;ann@web.de;Kasse",
  ],
  [
    "identifiers",
    "customer_id, kind, value, source",
    ["C1", "loyalty_card", "00123", null],
    "customer_id,identifier_type,identifier_value",
    "C1,loyalty_card,00123",
  ],
  [
    "usage",
    "usage_id, customer_id, CAST(used_at AS VARCHAR), feature, quantity",
    ["U1", "K1", "2025-03-04 00:00:00", "Export", 7],
    "Nutzungs-ID;Kundennummer;Nutzungsdatum;Funktion;Anzahl",
    "U1;K1;04.03.2025;Export;7",
  ],
  [
    "feedback",
    "customer_id, CAST(given_at AS VARCHAR), kind, score, comment",
    ["K1", "2025-03-04 00:00:00", "nps", 9, "gut; gerne wieder"],
    "Kundennummer;Datum;NPS;Kommentar",
    'K1;04.03.2025;9;"gut; gerne wieder"',
  ],
  [
    "feedback",
    "feedback_id, customer_id, kind, score, order_id",
    ["R1", "C1", "review", 4, "O1"],
    "review_id,customer_id,created_at,stars,review_text,order_id",
    "R1,C1,2025-03-04,4,nice,O1",
  ],
  [
    "costs",
    "kind, CAST(period_start AS VARCHAR), CAST(period_end AS VARCHAR), channel, CAST(amount AS DOUBLE)",
    ["Werbung", "2025-02-01", "2025-02-28", "SEA", 1234.5],
    "Monat;Kostenart;Kanal;Betrag",
    "02/2025;Werbung;SEA;1.234,50",
  ],
  [
    "costs",
    "CAST(period_start AS VARCHAR), CAST(period_end AS VARCHAR), campaign_id, CAST(amount AS DOUBLE)",
    ["2025-02-03", "2025-02-03", "C7", 12.5],
    "date,campaign_id,ad_spend,impressions,clicks",
    "2025-02-03,C7,12.50,1000,17",
  ],
  [
    "products",
    "product_id, name, category, CAST(price AS DOUBLE), CAST(unit_cost AS DOUBLE)",
    ["0815", "Tasse", "Küche", 9.9, 4.5],
    "Artikelnummer;Bezeichnung;Warengruppe;VK netto;EK netto",
    "0815;Tasse;Küche;9,90;4,50",
  ],
  [
    "campaigns",
    "campaign_id, name, channel, CAST(started_on AS VARCHAR), CAST(ended_on AS VARCHAR), CAST(cost AS DOUBLE)",
    ["M1", "Frühling", "E-Mail", "2025-03-01", "2025-03-31", 500],
    "Kampagnennummer;Name;Kanal;Beginn;Ende;Budget",
    "M1;Frühling;E-Mail;01.03.2025;31.03.2025;500",
  ],
  [
    "campaign_members",
    "campaign_id, customer_id, allotment, CAST(contacted_at AS VARCHAR), responded",
    ["M1", "K1", "control", null, false],
    "Kampagnennummer;Kundennummer;Gruppe;versendet_am;Reaktion",
    "M1;K1;Kontrollgruppe;;nein",
  ],
  [
    "referrals",
    "referrer_id, referred_id, CAST(referred_on AS VARCHAR), CAST(reward AS DOUBLE)",
    ["K1", "K2", "2025-03-04", 10],
    "Werber;Geworbener;Datum;Prämie",
    "K1;K2;04.03.2025;10",
  ],
  [
    "consents",
    "customer_id, purpose, channel, granted, CAST(decided_at AS VARCHAR), basis",
    ["K1", "Newsletter", "E-Mail", true, "2025-03-04 10:00:00", "Art. 6 (1) a"],
    "Kundennummer;Zweck;Kanal;Einwilligung;Einwilligungsdatum;Rechtsgrundlage",
    "K1;Newsletter;E-Mail;ja;04.03.2025 10:00;Art. 6 (1) a",
  ],
];

test.each(files)(
  "%s are told by their headers: %s",
  async (table, columns, expected, header, row) => {
    const report = await importFile(scratch.workspace, scratch.file("export.csv", header, row));
    expect(report).toMatchObject({ target: table, rows: { added: 1, rejected: 0 } });
    expect(await ledger(table, columns)).toEqual([expected]);
  },
);

test("says what speaks for the table", async () => {
  const path = scratch.file("export.csv", "Werber;Geworbener;Datum", "K1;K2;04.03.2025");
  const preview = await previewFile(scratch.workspace, path);
  expect(preview.table).toBe("referrals");
  expect(preview.decisions).toContainEqual({
    decision: "table",
    value: "referrals",
    because: "name",
    examples: ["Werber", "Geworbener"],
  });
  expect(preview.rows[0]?.parsed).toEqual({
    referrer: "K1",
    referred: "K2",
    time: "2025-03-04",
    reward: null,
  });
});

test("asks where two tables are alike, and where only a file's name speaks against orders", async () => {
  const events = scratch.file(
    "web_events.csv",
    "id,customer_id,date,channel",
    "1,A,2025-01-01,web",
  );
  await expect(importFile(scratch.workspace, events)).rejects.toMatchObject({
    code: "TABLE_AMBIGUOUS",
    details: { tables: ["orders", "interactions"], flag: "--table" },
  });
  const said = await importFile(scratch.workspace, events, { table: "interactions" });
  expect(said.rows.added).toBe(1);
  const both = scratch.file(
    "data.csv",
    "customer_id,date,usage_count,duration",
    "A,2025-01-01,1,2",
  );
  await expect(importFile(scratch.workspace, both)).rejects.toMatchObject({
    code: "TABLE_AMBIGUOUS",
    details: { tables: ["interactions", "usage"] },
  });
});

test("refuses roles that a table has not, and tables that there are not", async () => {
  const path = scratch.file("o.csv", "customer,date,amount", "A,2025-01-01,1");
  const role = importFile(scratch.workspace, path, {
    mapping: { score: "amount" },
    table: "orders",
  });
  await expect(role).rejects.toMatchObject({
    code: "ROLE_UNKNOWN",
    details: { role: "score", table: "orders" },
  });
  const table = importFile(scratch.workspace, path, { table: "invoices" });
  await expect(table).rejects.toMatchObject({
    code: "OPTION_INVALID",
    details: { option: "table" },
  });
});

test("a text for all rows stands where no column does", async () => {
  const path = scratch.file("s.csv", "who,when,mark", "A,2025-01-01,10", "B,2025-01-02,1");
  const report = await importFile(scratch.workspace, path, {
    table: "feedback",
    mapping: { customer: "who", time: "when", score: "mark", kind: "=csat", best: "=10" },
  });
  expect(report.mapping).toMatchObject({ kind: "=csat", best: "=10" });
  expect(await ledger("feedback", "kind, score")).toEqual([
    ["csat", 5],
    ["csat", 1],
  ]);
});

test("times that are numbers of periods begin on the day that is named", async () => {
  const path = scratch.file("o.csv", "customer,week,amount", "A,1,5", "A,53,6", "A,x,7");
  const options = {
    mapping: { time: "week" },
    format: { timeUnit: "week", timeOrigin: "2024-01-01" },
  } as const;
  // Not every value is a number: the column has no such form.
  await expect(importFile(scratch.workspace, path, options)).rejects.toMatchObject({
    code: "TIME_FORM_UNKNOWN",
  });
  const sound = scratch.file("o.csv", "customer,week,amount", "A,1,5", "A,53,6");
  await importFile(scratch.workspace, sound, options);
  expect(await ledger("orders", "CAST(ordered_at AS VARCHAR)")).toEqual([
    ["2024-01-01 00:00:00"],
    ["2024-12-30 00:00:00"],
  ]);
});

test("rows that say so are none for the table", async () => {
  const path = scratch.file(
    "o.csv",
    "customer,date,amount,sold",
    "A,2025-01-01,5,1",
    "A,2025-01-02,6,0",
    "A,2025-01-03,7,?",
  );
  const report = await importFile(scratch.workspace, path, { mapping: { only: "sold" } });
  expect(report.rejects.map(({ reason, line }) => [reason, line])).toEqual([
    ["FLAG_UNREADABLE", 4],
    ["OF_ANOTHER_KIND", 3],
  ]);
  expect(await scratch.amounts()).toEqual([5]);
});

test("an own id is the key of a row where each stands once", async () => {
  const header = "ticket_id,customer_id,submitted_at,outcome";
  const options = { source: "tickets", table: "interactions" };
  await importFile(
    scratch.workspace,
    scratch.file("a.csv", header, "T1,A,2025-01-01,open"),
    options,
  );
  const second = await importFile(
    scratch.workspace,
    scratch.file("b.csv", header, "T1,A,2025-01-01,solved", "T2,A,2025-01-02,open"),
    options,
  );
  expect(second.rows).toMatchObject({ added: 1, superseded: 1 });
  expect(await ledger("interactions", "interaction_id, outcome")).toEqual([
    ["T1", "solved"],
    ["T2", "open"],
  ]);
});
