import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";

let figures: Figures;
afterEach(() => figures.close());

const answers = (kind: string, scores: readonly number[], day = "2026-03-10") =>
  scores.map((score, i) => ({
    feedback_id: `${kind}-${day}-${i}`,
    customer_id: `c${i}`,
    given_at: `${day} 12:00:00`,
    kind,
    score,
  }));

test("NPS is promoters less detractors of all answers, with Rocks' adjusted Wald interval", async () => {
  // 10 9 9 are promoters, 8 7 passive, 6 0 detractors: (3 - 2) / 7 = 14.29 points. Interval with 3/4
  // more at each end and 3/2 between: 1/10 +- 1.96 sqrt((6.5/10 - 0.01) / 10) = 0.1 +- 0.495845.
  figures = await figuresOf(
    { feedback: [...answers("nps", [10, 9, 9, 8, 7, 6, 0]), ...answers("nps", [11, -1])] },
    { asOf: "2026-03-31" },
  );
  const nps = await figures.figure("nps");
  expect(nps).toMatchObject({ numerator: 1, denominator: 7, n: 7 });
  expect(nps?.value).toBeCloseTo(100 / 7, 10);
  expect(nps?.low).toBeCloseTo(-39.5845, 4);
  expect(nps?.high).toBeCloseTo(59.5845, 4);
});

test("promoters and detractors have shares of their own, with Wilson's interval", async () => {
  // 3 and 2 of 7: 0.1582 to 0.7495 and 0.0822 to 0.6411; the other 2 are passive.
  figures = await figuresOf(
    { feedback: answers("nps", [10, 9, 9, 8, 7, 6, 0]) },
    { asOf: "2026-03-31" },
  );
  const promoters = await figures.figure("promoter_share");
  expect(promoters).toMatchObject({ numerator: 3, denominator: 7, n: 7 });
  expect(promoters?.low).toBeCloseTo(0.158217, 6);
  expect(promoters?.high).toBeCloseTo(0.749546, 6);
  const detractors = await figures.figure("detractor_share");
  expect(detractors).toMatchObject({ numerator: 2, denominator: 7 });
  expect(detractors?.low).toBeCloseTo(0.082217, 6);
  expect(detractors?.high).toBeCloseTo(0.641071, 6);
});

test("an NPS of only promoters has an interval all the same, and no more than 100", async () => {
  // 4 of 4: (4 / 7) +- 1.96 sqrt((5.5/7 - 16/49) / 7) = 0.571429 +- 0.501997, cut at 100.
  figures = await figuresOf({ feedback: answers("nps", [9, 9, 10, 10]) }, { asOf: "2026-03-31" });
  const nps = await figures.figure("nps");
  expect(nps).toMatchObject({ value: 100, high: 100 });
  expect(nps?.low).toBeCloseTo(6.94326, 4);
});

test("CSAT is the share of 4 and 5, with Wilson's interval, and its mean is told beside it", async () => {
  // 5 4 4 of five: 0.6; Wilson 0.2307 to 0.8824. Mean 17 / 5 = 3.4; s = sqrt(9.2 / 4) = 1.516575,
  // 3.4 +- 1.96 * 1.516575 / sqrt(5) = 3.4 +- 1.329337.
  figures = await figuresOf({ feedback: answers("csat", [5, 4, 4, 3, 1]) }, { asOf: "2026-03-31" });
  const csat = await figures.figure("csat");
  expect(csat).toMatchObject({ value: 0.6, n: 5 });
  expect(csat?.low).toBeCloseTo(0.2307, 4);
  expect(csat?.high).toBeCloseTo(0.8824, 4);
  const score = await figures.figure("csat_score");
  expect(score?.value).toBeCloseTo(3.4, 12);
  expect(score?.low).toBeCloseTo(3.4 - 1.329337, 5);
  expect(score?.high).toBeCloseTo(3.4 + 1.329337, 5);
});

test("one answer has a mean and no interval, and a month without answers has neither", async () => {
  figures = await figuresOf(
    { feedback: answers("review", [4], "2026-01-31") },
    { asOf: "2026-03-31" },
  );
  expect(await figures.figure("review_score", { start: "2026-01-01" })).toMatchObject({
    value: 4,
    low: null,
    high: null,
  });
  expect(await figures.figure("review_score", { start: "2026-02-01" })).toBeUndefined();
  expect(await figures.figure("nps")).toBeUndefined();
});

test("answers are cut by who gave them and where, and those of strangers count for all", async () => {
  figures = await figuresOf(
    {
      customers: [
        { customer_id: "c0", country: "DE" },
        { customer_id: "c1", country: "AT" },
      ],
      feedback: answers("nps", [10, 0, 10]).map((row, i) => ({ ...row, channel: i ? "mail" : "" })),
    },
    { asOf: "2026-03-31" },
  );
  const nps = (dimension: string, member: string) => figures.value("nps", { dimension, member });
  expect(await nps("country", "DE")).toBe(100);
  expect(await nps("country", "AT")).toBe(-100);
  expect(await nps("country", "")).toBe(100);
  expect(await nps("channel", "mail")).toBe(0);
  expect(await figures.value("nps")).toBeCloseTo(100 / 3, 10);
});

test("contacts are counted with their cost and the mean of the times that are known", async () => {
  // Durations 10, 20 and unknown: mean 15 of 2. Costs 3 and 5: 8, mean 4.
  const contact = (kind: string, duration_minutes: number | null, cost: number | null) => ({
    interaction_id: kind,
    happened_at: "2026-03-10 09:00:00",
    kind,
    duration_minutes,
    cost,
  });
  figures = await figuresOf(
    {
      interactions: [contact("call", 10, 3), contact("call", 20, 5), contact("visit", null, null)],
    },
    { asOf: "2026-03-31" },
  );
  expect(await figures.value("contacts")).toBe(3);
  expect(await figures.figure("handling_time")).toMatchObject({ value: 15, n: 2 });
  expect(await figures.value("service_cost")).toBe(8);
  expect(await figures.value("cost_per_contact")).toBe(4);
  expect(await figures.value("contacts", { dimension: "contact_kind", member: "call" })).toBe(2);
});

test("waits are told by their median, in the period in which they ended", async () => {
  // March: answers after 5, 20, 30 and 600 minutes; settled after 60, 90 and 2880 minutes.
  const contact = (
    kind: string,
    at: string,
    response: number | null,
    resolved_at: string | null,
  ) => ({
    happened_at: at,
    kind,
    first_response_minutes: response,
    resolved_at,
  });
  figures = await figuresOf(
    {
      interactions: [
        contact("call", "2026-03-10 09:00:00", 5, "2026-03-10 10:00:00"),
        contact("call", "2026-03-11 09:00:00", 20, "2026-03-11 10:30:00"),
        contact("mail", "2026-03-12 09:00:00", 30, "2026-03-14 09:00:00"),
        // Answered in March, settled in April; and asked before the end, answered after it.
        contact("mail", "2026-03-31 09:00:00", 600, "2026-04-02 09:00:00"),
        contact("mail", "2026-04-30 23:59:00", 2, null),
        // A fault of the source: settled before it came.
        contact("mail", "2026-03-20 09:00:00", null, "2026-03-19 09:00:00"),
        contact("mail", "2026-03-20 09:00:00", -4, null),
      ],
    },
    { asOf: "2026-04-30" },
  );
  const march = { start: "2026-03-01" };
  expect(await figures.figure("first_response_time", march)).toMatchObject({ value: 25, n: 4 });
  expect(await figures.figure("resolution_time", march)).toMatchObject({ value: 90, n: 3 });
  const mails = { ...march, dimension: "contact_kind", member: "mail" };
  expect(await figures.figure("first_response_time", mails)).toMatchObject({ value: 315, n: 2 });
  expect(await figures.figure("resolution_time", { start: "2026-04-01" })).toMatchObject({
    value: 2880,
    n: 1,
  });
  expect(await figures.figure("first_response_time", { start: "2026-04-01" })).toBeUndefined();
  // The whole history: 60, 90, 2880 and 2880 minutes.
  expect(await figures.value("resolution_time", { period: "total" })).toBe(1485);
});
