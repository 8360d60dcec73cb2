import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeSegments, type SegmentWish, undoSegments } from "./change-segments.ts";
import { readSettings } from "./settings.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-segments-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const file = () => join(directory, "kundenwert.yaml");
const text = () => readFileSync(file(), "utf8");
const WRITTEN = `discountRate: 0.08 # agreed with finance
segments:
  names:
    active_high.1: Stammkunden # since the workshop
  pinned: [ active_high.1 ]
  marks:
    # winter sleepers are fine
    - { from: active_mid, to: cooling_valuable, mark: neutral }
`;
const WISHES: readonly SegmentWish[] = [
  { kind: "name", segment: "new.2", to: null, value: "Neue: online" },
  { kind: "pin", segment: "active_high.1", to: null, value: false },
  { kind: "mark", segment: "active_mid", to: "cooling_valuable", value: "undesired" },
  { kind: "mark", segment: "new", to: "active_low", value: "desired" },
  { kind: "own", segment: "critics", to: null, value: { nps_last: { max: 6 } } },
];

test("decisions are written entry by entry; comments and everything else stay", () => {
  writeFileSync(file(), WRITTEN);
  const made = changeSegments(directory, WISHES);
  expect(made.map(({ before, after }) => [before, after])).toEqual([
    [null, "Neue: online"],
    [true, false],
    ["neutral", "undesired"],
    [null, "desired"],
    [null, { nps_last: { max: 6 } }],
  ]);
  expect(readSettings(directory).segments).toEqual({
    names: { "active_high.1": "Stammkunden", "new.2": "Neue: online" },
    pinned: [],
    own: [{ segment: "critics", when: { nps_last: { max: 6 } } }],
    marks: [
      { from: "active_mid", to: "cooling_valuable", mark: "undesired" },
      { from: "new", to: "active_low", mark: "desired" },
    ],
  });
  for (const comment of ["agreed with finance", "since the workshop", "winter sleepers"]) {
    expect(text()).toContain(comment);
  }
});

test("taken back, the file says what it said before", () => {
  writeFileSync(file(), WRITTEN);
  const before = readSettings(directory);
  const made = changeSegments(directory, WISHES);
  expect(undoSegments(directory, made)).toHaveLength(5);
  expect(readSettings(directory)).toEqual(before);
});

test("a workspace without a file gets one, and an empty one after all is taken back", () => {
  const made = changeSegments(directory, WISHES);
  expect(made).toHaveLength(4);
  expect(text()).toContain("segments:");
  undoSegments(directory, made);
  expect(text()).toBe("");
});

test("what is so already changes nothing, and a trial writes nothing", () => {
  writeFileSync(file(), WRITTEN);
  const wish = { kind: "name", segment: "active_high.1", to: null, value: "Stammkunden" } as const;
  expect(changeSegments(directory, [wish])).toEqual([]);
  expect(changeSegments(directory, WISHES, true)).toHaveLength(5);
  expect(text()).toBe(WRITTEN);
});

test("refuses what is no mark, and leaves the file", () => {
  writeFileSync(file(), WRITTEN);
  const wish = { kind: "mark", segment: "new", to: "active_low", value: "great" } as const;
  expect(() => changeSegments(directory, [wish])).toThrow(
    expect.objectContaining({ code: "SETTINGS_INVALID" }),
  );
  expect(text()).toBe(WRITTEN);
});
