import { expect, test } from "vitest";
import { valuedApp } from "../../test/valued-app.ts";
import { versionReader, whileUnchanged } from "./data-version.ts";

const { workspace } = valuedApp();

test("a report that is written after the last step is another version", async () => {
  const { engine } = workspace();
  const read = versionReader(engine);
  const before = await read();
  expect(await read()).toBe(before);
  await engine.run("UPDATE report SET created_at = created_at + INTERVAL 1 SECOND");
  expect(await read()).not.toBe(before);
});

test("many who ask at once get one answer, no older than their question", async () => {
  const { engine } = workspace();
  const read = versionReader(engine);
  const first = read();
  await engine.run("UPDATE report SET created_at = created_at + INTERVAL 1 SECOND");
  const [one, other] = await Promise.all([read(), read()]);
  expect(one).toBe(other);
  expect(one).toBe(await read());
  await first;
});

test("what was found is kept until the version changes, and what failed is asked again", async () => {
  let version = "1";
  const asked: string[] = [];
  const found = whileUnchanged(
    async () => version,
    async () => {
      asked.push(version);
      if (asked.length === 2) throw new Error("lost");
      return asked.length;
    },
  );
  expect([await found(), await found()]).toEqual([1, 1]);
  version = "2";
  await expect(found()).rejects.toThrow("lost");
  expect([await found(), await found()]).toEqual([3, 3]);
  expect(asked).toEqual(["1", "2", "2"]);
});
