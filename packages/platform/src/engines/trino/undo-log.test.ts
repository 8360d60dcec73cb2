import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openUndoLog, type UndoEntry } from "./undo-log.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-undo-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const drop: UndoEntry = { kind: "drop", table: "orders" };
const rename: UndoEntry = { kind: "rename", from: "fits__before", to: "fits" };

test("is found again by another process, newest last", () => {
  const file = join(directory, "undo.json");
  const log = openUndoLog(file);
  log.push(drop);
  log.push(rename);
  expect(openUndoLog(file).entries()).toEqual([drop, rename]);
});

test("forgets what was undone, one entry after the other, and leaves no file behind", () => {
  const file = join(directory, "undo.json");
  const log = openUndoLog(file);
  log.push(drop);
  log.push(rename);
  log.pop();
  expect(openUndoLog(file).entries()).toEqual([drop]);
  log.clear();
  expect(openUndoLog(file).entries()).toEqual([]);
  expect(readdirSync(directory)).toEqual([]);
});

test("stays in memory where there is no file", () => {
  const log = openUndoLog();
  log.push(drop);
  expect(log.entries()).toEqual([drop]);
});
