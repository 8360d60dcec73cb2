import { afterEach, beforeEach, expect, test } from "vitest";
import type { CaseBasis } from "./case-table.ts";
import { openStore, type Store } from "./store.ts";

let store: Store;
beforeEach(() => {
  store = openStore(":memory:");
});
afterEach(() => store.close());

const basis: CaseBasis = { id: "nps:F-1", begins: "open", worth: 120.5 };

test("a case is unknown to the store until somebody touches it", () => {
  expect(store.cases.find(basis.id)).toBeUndefined();
  expect(store.cases.lastEvent()).toBe(0);
  const changed = store.cases.change(basis, { state: "in_work", owner: "Team Nord" });
  expect(changed).toMatchObject({ state: "in_work", owner: "Team Nord", revision: 1 });
  expect(store.cases.find(basis.id)).toEqual(changed);
  expect(store.cases.all()).toEqual([changed]);
});

test("every change is kept with what was before and what the customer was worth", () => {
  store.cases.change(basis, { owner: "Team Nord", note: "Called, will call back" });
  store.cases.change({ ...basis, worth: 99 }, { state: "solved", outcome: "refunded" });
  const kept = store.cases
    .history(basis.id)
    .map(({ kind, before, after, worth }) => [kind, before, after, worth]);
  expect(kept).toEqual([
    ["owner", null, "Team Nord", 120.5],
    ["note", null, "Called, will call back", 120.5],
    ["state", "open", "solved", 99],
    ["outcome", null, "refunded", 99],
  ]);
});

test("what is as it was is no change", () => {
  const before = store.cases.change(basis, { owner: "Team Nord" });
  const same = store.cases.change(basis, { owner: "Team Nord", state: "open" });
  expect(same).toEqual(before);
  expect(store.cases.history(basis.id)).toHaveLength(1);
});

test("null takes an owner or a day away, and what is left out stays", () => {
  store.cases.change(basis, { owner: "Team Nord", dueOn: "2026-12-24" });
  const changed = store.cases.change(basis, { owner: null });
  expect(changed).toMatchObject({ owner: null, dueOn: "2026-12-24" });
});

test("undo goes back state by state, and then says that there is nothing left", () => {
  const touched = { ...basis, begins: "solved" } as const;
  store.cases.change(touched, { state: "open" });
  store.cases.change(touched, { state: "in_work", owner: "Team Nord" });
  store.cases.change(touched, { state: "closed" });
  expect(store.cases.undo(touched).state).toBe("in_work");
  store.cases.change(touched, { state: "solved" });
  expect(store.cases.undo(touched).state).toBe("in_work");
  expect(store.cases.undo(touched).state).toBe("open");
  const last = store.cases.undo(touched);
  expect(last).toMatchObject({ state: "solved", owner: "Team Nord", revision: 8 });
  expect(() => store.cases.undo(touched)).toThrow(
    expect.objectContaining({ code: "CASE_NOTHING_TO_UNDO" }),
  );
});

test("whoever saw an older revision is told, and nothing is written", () => {
  store.cases.change(basis, { owner: "Team Nord" }, 0);
  expect(() => store.cases.change(basis, { owner: "Team Süd" }, 0)).toThrow(
    expect.objectContaining({ code: "CASE_CHANGED", details: { id: "nps:F-1", revision: 1 } }),
  );
  expect(store.cases.find(basis.id)?.owner).toBe("Team Nord");
  expect(store.cases.history(basis.id)).toHaveLength(1);
});
