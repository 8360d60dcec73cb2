import { expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { readCustomer360 } from "./customer-360.ts";
import { readPerson } from "./person.ts";
import { readTimeline, type TimelineCursor } from "./timeline.ts";

/** One customer with something on every channel, and another whose rows must never show. */
async function shop() {
  const { engine, context } = await ledgerOf([
    { customer: "ann", at: "2026-01-05 09:00", order: "o1", product: "p", amount: 30 },
    { customer: "ann", at: "2026-01-05 09:00", order: "o1", product: "q", amount: 12 },
    { customer: "ann", at: "2026-02-01 10:00", order: "r1", amount: -12, returnOf: "o1" },
    { customer: "bob", at: "2026-01-07", order: "o2", amount: 99 },
  ]);
  await addRows(engine, {
    customers: [
      {
        customer_id: "ann",
        registered_on: "2026-01-01",
        acquisition_channel: "Messe",
        city: "Ulm",
      },
      { customer_id: "bob", registered_on: "2026-01-06", referred_by: "ann" },
    ],
    customer_attributes: [
      { customer_id: "ann", attribute: "size", value: "S", valid_from: "2026-01-01" },
      { customer_id: "ann", attribute: "size", value: "M", valid_from: "2026-03-01" },
    ],
    usage: [
      { customer_id: "ann", used_at: "2026-03-01 08:00:00", feature: "login", quantity: 1 },
      { customer_id: "ann", used_at: "2026-03-01 18:00:00", feature: "login", quantity: 2 },
      { customer_id: "ann", used_at: "2026-03-01 18:00:00", feature: "report", quantity: 5 },
    ],
    interactions: [
      {
        customer_id: "ann",
        happened_at: "2026-04-02 09:00:00",
        kind: "Reklamation",
        channel: "Telefon",
        outcome: "Gelöst",
      },
      {
        customer_id: "ann",
        happened_at: "2026-04-12 09:00:00",
        kind: "Sitzung",
        outcome: "Bestellung",
      },
    ],
    feedback: [
      {
        customer_id: "ann",
        feedback_id: "f1",
        given_at: "2026-04-01 09:00:00",
        kind: "nps",
        score: 6,
      },
      {
        customer_id: "ann",
        feedback_id: "f2",
        given_at: "2026-04-10 09:00:00",
        kind: "csat",
        score: 2,
      },
      {
        customer_id: "ann",
        feedback_id: "f3",
        given_at: "2026-04-11 09:00:00",
        kind: "nps",
        score: 7,
      },
    ],
    campaigns: [
      { campaign_id: "c1", name: "Frühling", channel: "Brief", started_on: "2026-03-15" },
    ],
    campaign_members: [{ campaign_id: "c1", customer_id: "ann", allotment: "control" }],
    subscriptions: [
      {
        customer_id: "ann",
        subscription_id: "s",
        plan: "basic",
        started_on: "2026-02-01",
        ended_on: "2026-03-01",
        monthly_fee: 9,
      },
      {
        customer_id: "ann",
        subscription_id: "s",
        plan: "plus",
        started_on: "2026-03-01",
        ended_on: "2026-05-01",
        monthly_fee: 19,
      },
    ],
    consents: [
      {
        customer_id: "ann",
        purpose: "newsletter",
        channel: "email",
        granted: true,
        decided_at: "2026-01-01 00:00:00",
      },
      {
        customer_id: "ann",
        purpose: "newsletter",
        channel: "email",
        granted: false,
        decided_at: "2026-05-02 00:00:00",
      },
      { customer_id: "ann", purpose: "post", granted: true, decided_at: "2026-01-01 00:00:00" },
    ],
    referrals: [{ referrer_id: "ann", referred_id: "bob", referred_on: "2026-01-06", reward: 5 }],
  });
  return { engine, workspace: { engine, settings: context.settings } as Workspace };
}

test("the timeline has one entry for each thing that happened, on any channel, the newest first", async () => {
  const { engine } = await shop();
  const { rows, next } = await readTimeline(engine, await readPerson(engine, "ann"), { limit: 50 });
  expect(next).toBeNull();
  expect(rows.map((row) => [String(row.happened_at).slice(0, 10), row.kind, row.title])).toEqual([
    ["2026-05-02", "consent", "newsletter"],
    ["2026-05-01", "subscription-end", "plus"],
    ["2026-04-12", "interaction", "Sitzung"],
    ["2026-04-11", "feedback", "nps"],
    ["2026-04-10", "feedback", "csat"],
    ["2026-04-02", "interaction", "Reklamation"],
    ["2026-04-01", "feedback", "nps"],
    ["2026-03-15", "campaign", "Frühling"],
    ["2026-03-01", "subscription", "plus"],
    ["2026-03-01", "usage", "login"],
    ["2026-03-01", "usage", "report"],
    ["2026-02-01", "return", null],
    ["2026-02-01", "subscription", "basic"],
    ["2026-01-06", "referral", null],
    ["2026-01-05", "order", null],
    ["2026-01-01", "consent", "newsletter"],
    ["2026-01-01", "consent", "post"],
    ["2026-01-01", "registration", "Messe"],
  ]);
  const order = rows.find(({ kind }) => kind === "order");
  expect(order).toMatchObject({ reference: "o1", amount: 42, entries: 2 });
  expect(rows.find(({ kind }) => kind === "return")).toMatchObject({ amount: -12, detail: "o1" });
  // Two log-ins of a day are one entry: 1 + 2.
  expect(rows.find(({ title }) => title === "login")).toMatchObject({ quantity: 3, entries: 2 });
  await engine.close();
});

test("pages of any size hold every entry once, and kinds can be chosen", async () => {
  const { engine } = await shop();
  const person = await readPerson(engine, "ann");
  const keys: unknown[] = [];
  let after: TimelineCursor | undefined;
  do {
    const page = await readTimeline(engine, person, { limit: 5, after });
    keys.push(...page.rows.map(({ entry_key }) => entry_key));
    after = page.next ?? undefined;
  } while (after);
  expect(keys).toHaveLength(18);
  expect(new Set(keys).size).toBe(18);
  const chosen = await readTimeline(engine, person, { limit: 50, kinds: ["usage", "return"] });
  expect(chosen.rows.map(({ kind }) => kind)).toEqual(["usage", "usage", "return"]);
  await engine.close();
});

test("a bad answer is an open case until a contact settles it", async () => {
  const { engine, workspace } = await shop();
  const { feedback } = await readCustomer360(workspace, "ann");
  // The ticket of 2 April settles the NPS of the day before; the visit of 12 April settles nothing.
  expect(
    feedback.map(({ feedback_id, is_case, closed_at }) => [feedback_id, is_case, closed_at]),
  ).toEqual([
    ["f3", 0, null],
    ["f2", 1, null],
    ["f1", 1, expect.stringMatching(/^2026-04-02/)],
  ]);
  await engine.close();
});

test("consents stand as decided last, attributes as known last, before any run", async () => {
  const { engine, workspace } = await shop();
  const view = await readCustomer360(workspace, "ann");
  expect(view.consents.map(({ purpose, granted }) => [purpose, granted])).toEqual([
    ["newsletter", 0],
    ["post", 1],
  ]);
  expect(view.attributes).toMatchObject([{ attribute: "size", value: "M" }]);
  expect(view.master).toMatchObject({ city: "Ulm" });
  expect(view.values).toEqual([]);
  expect((await readCustomer360(workspace, "bob")).referredBy).toBe("ann");
  await expect(readCustomer360(workspace, "nobody")).rejects.toMatchObject({
    code: "CUSTOMER_UNKNOWN",
  });
  await engine.close();
});
