import type { SegmentMoves, Segments, Transitions } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";
import { emptyWorkspace } from "../../../test/valued-workspace.ts";
import { createApp } from "../app.ts";

const { get, inject } = valuedApp();

const sum = (rows: readonly { customers: number }[]) =>
  rows.reduce((all, { customers }) => all + customers, 0);

test("macro segments and micro-segments hold every customer once", async () => {
  for (const level of ["macro", "micro"]) {
    const { periods } = await get<Segments>(`/segments?level=${level}&last=3`);
    const ends = [...new Set(periods.map(({ periodEnd }) => periodEnd))];
    expect(ends).toHaveLength(3);
    expect(sum(periods.filter(({ periodEnd }) => periodEnd === ends.at(-1)))).toBe(300);
  }
});

test("micro-segments say who belongs to them, and how firm they are", async () => {
  const { definitions, stability } = await get<Segments>("/segments?level=micro");
  expect(definitions.length).toBeGreaterThan(20);
  for (const { segment, macro, ruleDe, ruleEn } of definitions) {
    expect(segment.startsWith(`${macro}.`)).toBe(true);
    expect([ruleDe, ruleEn]).not.toContain("");
  }
  expect(stability?.agreement).toBeGreaterThan(0.2);
  expect(stability?.shifts.find(({ periodEnd }) => periodEnd === stability.learntAt)?.index).toBe(
    0,
  );
});

test("moves of a period add up to its stocks, each with a mark", async () => {
  const { periods } = await get<Segments>("/segments?last=1");
  const { moves } = await get<SegmentMoves>("/segments/moves");
  for (const { segment, customers, periodEnd } of periods.filter((one) => one.customers > 0)) {
    expect(sum(moves.filter(({ toSegment }) => toSegment === segment))).toBe(customers);
    expect(moves[0]?.periodEnd).toBe(periodEnd);
  }
  const upwards = moves.find(
    ({ fromSegment, toSegment }) => fromSegment === "active_mid" && toSegment === "active_high",
  );
  expect(upwards?.mark).toBe("desired");
  const stays = moves.filter(({ fromSegment, toSegment }) => fromSegment === toSegment);
  for (const { mark } of stays) expect(mark).toBe("neutral");
});

test("macro segments are told by week too, and micro-segments are not", async () => {
  const { periods, grain } = await get<Segments>("/segments?grain=week&last=2");
  expect(grain).toBe("week");
  const ends = [...new Set(periods.map(({ periodEnd }) => periodEnd))];
  expect(ends).toHaveLength(2);
  for (const end of ends) {
    expect(sum(periods.filter(({ periodEnd }) => periodEnd === end))).toBe(300);
    expect(new Date(end).getUTCDay()).toBe(0);
  }
  const { moves } = await get<SegmentMoves>("/segments/moves?grain=week");
  expect(sum(moves)).toBe(300);
  for (const path of ["/segments", "/segments/moves"]) {
    const refused = await inject(`/api${path}?grain=week&level=micro`);
    expect(refused.json().code).toBe("REQUEST_INVALID");
  }
});

test("a move is desired where those there are expected to bring more, not where they brought more", async () => {
  const { periods } = await get<Segments>("/segments?last=240");
  const valued = new Set(
    periods.flatMap(({ worth, periodEnd }) => (worth === null ? [] : [periodEnd])),
  );
  // Forecasts are known of some months only: the others must not count.
  expect(new Set(periods.map(({ periodEnd }) => periodEnd)).size).toBeGreaterThan(valued.size);
  const each = (segment: string) => {
    const own = periods.filter((one) => one.segment === segment && valued.has(one.periodEnd));
    return own.reduce((all, { worth }) => all + (worth ?? 0), 0) / sum(own);
  };
  const { cells } = await get<Transitions>("/transitions");
  const moves = cells.filter(({ fromSegment, toSegment }) => fromSegment !== toSegment);
  expect(moves.length).toBeGreaterThan(10);
  for (const { fromSegment, toSegment, mark } of moves) {
    const [from, to] = [each(fromSegment), each(toSegment)];
    const alike = Math.abs(to - from) <= 0.05 * Math.max(from, to);
    const expected = to > from ? "desired" : "undesired";
    // Where nobody was in a month with forecasts, nothing is said.
    const isKnown = Number.isFinite(from) && Number.isFinite(to);
    expect(mark, `${fromSegment} ${toSegment}`).toBe(isKnown && !alike ? expected : "neutral");
  }
});

test("transition probabilities add up to 1, with the next month's stocks and how good they were", async () => {
  const { cells, stocks, judged, reason } = await get<Transitions>("/transitions");
  expect(reason).toBeNull();
  const from = cells.filter(({ fromSegment }) => fromSegment === "active_mid");
  const total = from.reduce((all, { probability }) => all + probability, 0);
  // Ways that hardly anybody would go are left out.
  expect(Math.abs(total - 1)).toBeLessThan(0.005);
  expect(stocks.reduce((all, { today }) => all + today, 0)).toBe(300);
  expect(judged.at(-1)?.calibrationError).toBeLessThan(0.1);
  const far = await get<Transitions>("/transitions?level=micro&months=3");
  expect(far.cells.length).toBeGreaterThan(20);
  expect(far.months).toBe(3);
});

test("refuses levels that are none, and says when nothing was run yet", async () => {
  const wrong = await inject("/api/segments?level=nano");
  expect([wrong.statusCode, wrong.json().code]).toEqual([400, "REQUEST_INVALID"]);
  const empty = await emptyWorkspace();
  const early = await createApp(empty.workspace);
  for (const path of ["segments", "segments/moves", "transitions"]) {
    const answer = await early.inject(`/api/${path}`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, "NO_RUN_YET"]);
  }
  await early.close();
  await empty.remove();
});
