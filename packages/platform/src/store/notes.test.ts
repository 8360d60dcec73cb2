import { expect, test } from "vitest";
import { annotationTable } from "./annotation-table.ts";
import { openDatabase } from "./database.ts";
import { viewTable } from "./view-table.ts";

test("an annotation that was removed comes back as it was", () => {
  const database = openDatabase(":memory:");
  const notes = annotationTable(database);
  notes.insert({ day: "2026-05-01", kind: "outage", text: "Shop down" });
  const { id } = notes.insert({ day: "2026-03-01", kind: "price", text: "5 % up" });
  expect(notes.list().map(({ day }) => day)).toEqual(["2026-03-01", "2026-05-01"]);
  notes.remove(id);
  expect(notes.list()).toHaveLength(1);
  notes.restore(id);
  notes.update(id, { day: "2026-03-02", kind: "price", text: "6 % up" });
  expect(notes.list()[0]).toEqual({ id, day: "2026-03-02", kind: "price", text: "6 % up" });
  expect(() => notes.remove(99)).toThrow(expect.objectContaining({ code: "ANNOTATION_UNKNOWN" }));
  database.close();
});

test("nobody sees or changes the views and the start page of somebody else", () => {
  const database = openDatabase(":memory:");
  const [mine, yours] = [viewTable(database, "anna"), viewTable(database, "ben")];
  const { id } = mine.insert({ name: "Risk", path: "/warnings" });
  mine.writePreferences({ tiles: ["equity"] });
  expect(yours.list()).toEqual([]);
  expect(yours.readPreferences()).toEqual({});
  expect(() => yours.rename(id, "x")).toThrow(expect.objectContaining({ code: "VIEW_UNKNOWN" }));
  expect(mine.rename(id, "At risk").name).toBe("At risk");
  mine.remove(id);
  expect(mine.list()).toEqual([]);
  mine.restore(id);
  expect(mine.list()).toHaveLength(1);
  database.close();
});
