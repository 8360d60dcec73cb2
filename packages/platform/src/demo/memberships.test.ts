import { beforeAll, expect, test } from "vitest";
import { type DemoParameters, simulateShop } from "./simulate-shop.ts";
import type { Row } from "./tables.ts";

type Member = Row<"kampagnen_mitglieder">;
type Line = Row<"bestellungen">;

/**
 * Sums over the customers of a group: contacts (or would-be contacts) m, orders y within their
 * windows, and their products.
 */
type Group = { n: number; m: number; y: number; mm: number; my: number; yy: number };
type Measured = { readonly treatment: Group; readonly control: Group };

const customers = 40_000;
const campaigns = new Map<string, Row<"kampagnen">>();
const byCampaign = new Map<string, Measured>();
const bySeries = new Map<string, Measured>();
const faults: string[] = [];
let parameters: DemoParameters;

/** Takes one customer after the other: their records come together, the truth last. */
beforeAll(() => {
  const records = simulateShop({ customers, seed: 11 });
  let lines: Line[] = [];
  let members: Member[] = [];
  for (;;) {
    const { value, done } = records.next();
    if (done) {
      parameters = value;
      return;
    }
    if (value.table === "kampagnen") campaigns.set(value.row.campaign_id, value.row);
    if (value.table === "bestellungen") lines.push(value.row);
    if (value.table === "kampagnen_mitglieder") members.push(value.row);
    if (value.table !== "wahrheit") continue;
    measure(members, lines);
    checkVouchers(members, lines);
    lines = [];
    members = [];
  }
});

function campaignOf({ campaign_id }: { campaign_id: string }): Row<"kampagnen"> {
  return campaigns.get(campaign_id) as Row<"kampagnen">;
}

function measure(members: Member[], lines: Line[]): void {
  for (const member of members) {
    add(byCampaign, member.campaign_id, member.group, 1, ordersWithin(member, lines));
  }
  for (const [series, own] of Map.groupBy(members, (member) => campaignOf(member).series)) {
    const [group, ...others] = new Set(own.map((member) => member.group));
    if (others.length > 0) faults.push(`${own[0]?.customer_id} changes groups in ${series}`);
    const orders = own.reduce((sum, member) => sum + ordersWithin(member, lines), 0);
    add(bySeries, series, group as string, own.length, orders);
  }
}

function ordersWithin(member: Member, lines: Line[]): number {
  const { started_on, ended_on } = campaignOf(member);
  return lines.filter(({ line_no, return_of, ordered_at }) => {
    const day = Math.floor(ordered_at / 86_400);
    return line_no === 1 && return_of === "" && day > started_on && day <= ended_on;
  }).length;
}

function add(to: Map<string, Measured>, key: string, name: string, m: number, y: number): void {
  const empty = (): Group => ({ n: 0, m: 0, y: 0, mm: 0, my: 0, yy: 0 });
  const measured = to.get(key) ?? { treatment: empty(), control: empty() };
  to.set(key, measured);
  const group = measured[name as keyof Measured];
  group.n++;
  group.m += m;
  group.y += y;
  group.mm += m * m;
  group.my += m * y;
  group.yy += y * y;
}

function checkVouchers(members: Member[], lines: Line[]): void {
  const treated = new Set<string>();
  for (const { customer_id, campaign_id, group, sent_at, responded } of members) {
    if (group === "treatment") treated.add(campaign_id);
    else if (sent_at !== undefined || responded) faults.push(`${customer_id} in ${campaign_id}`);
    const used = lines.some((line) => line.campaign_id === campaign_id);
    if (used !== responded) faults.push(`${customer_id} responded to ${campaign_id}`);
  }
  for (const { campaign_id, order_id } of lines) {
    if (campaign_id !== "" && !treated.has(campaign_id)) faults.push(order_id);
  }
}

/**
 * What anyone can estimate from the files: orders a contact more than in the control group. The
 * error is that of a ratio estimator with customers as clusters, for they come in many campaigns.
 */
function uplift({ treatment, control }: Measured): { effect: number; error: number } {
  const ratio = ({ y, m }: Group) => y / m;
  const variance = (group: Group) => {
    const r = ratio(group);
    return (group.yy - 2 * r * group.my + r * r * group.mm) / (group.m * group.m);
  };
  return {
    effect: ratio(treatment) - ratio(control),
    error: Math.sqrt(variance(treatment) + variance(control)),
  };
}

/** The recorded uplift of a series: the mean over its contacts. */
function recorded(series: string): number {
  const own = parameters.campaigns.filter(
    ({ campaignId }) => campaigns.get(campaignId)?.series === series,
  );
  const members = own.reduce((sum, campaign) => sum + campaign.members, 0);
  return own.reduce((sum, one) => sum + one.upliftOrders * one.members, 0) / members;
}

test("contacts no control group: nothing sent, no answer, no voucher used, no change of group", () => {
  expect(faults).toEqual([]);
});

test("holds back the stated share of every audience", () => {
  for (const [id, { treatment, control }] of byCampaign) {
    const share = campaigns.get(id)?.control_share as number;
    const n = treatment.n + control.n;
    expect(Math.abs(control.n / n - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / n));
  }
});

test("records for each campaign the uplift an analyst finds, within its sampling error", () => {
  // Only campaigns with enough orders in both groups for a normal distribution.
  const large = parameters.campaigns.filter(({ members }) => members >= 1000);
  expect(large.length).toBeGreaterThan(25);
  for (const { campaignId, upliftOrders } of large) {
    const { effect, error } = uplift(byCampaign.get(campaignId) as Measured);
    expect(Math.abs(effect - upliftOrders)).toBeLessThan(4 * error);
  }
});

test("records for each series the uplift an analyst finds, within its smaller error", () => {
  expect(bySeries.size).toBe(5);
  for (const [series, measured] of bySeries) {
    const { effect, error } = uplift(measured);
    expect(Math.abs(effect - recorded(series))).toBeLessThan(3 * error);
    expect(error).toBeLessThan(0.02);
  }
});

test("makes the season's mails work, and the letter to regulars not", () => {
  const season = uplift(bySeries.get("Saison") as Measured);
  expect(season.effect).toBeGreaterThan(4 * season.error);
  const regulars = uplift(bySeries.get("Stammkunden") as Measured);
  expect(Math.abs(regulars.effect)).toBeLessThan(2 * regulars.error);
});
