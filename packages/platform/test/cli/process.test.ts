import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kundenwert, start } from "../command-line.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe("a workspace that is in use", () => {
  test("is refused to a second process, which hears who holds it; Ctrl+C ends the first", async () => {
    const server = start("-w", shop.workspace, "--lang", "de", "serve", "--port", "0");
    await server.line(/Kundenwert ist unter http:\/\/127\.0\.0\.1:\d+ erreichbar/);
    const { code, stdout, stderr } = await shop.on("--lang", "de", "equity");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(`in Prozess ${server.child.pid} offen (kundenwert serve, seit 20`);
    expect(stderr).toContain(
      "Abhilfe: Beenden Sie diesen Prozess, oder nutzen Sie sein Dashboard.",
    );
    server.child.kill("SIGINT");
    expect(await server.ended).toMatchObject({ code: 0 });
    expect(await shop.on("-q", "equity")).toMatchObject({ code: 0 });
  });
});

describe("Ctrl+C", () => {
  test("stops a run with 130, and the next one finishes", async () => {
    const workspace = join(shop.directory, "stopped");
    const running = start("-w", workspace, "--lang", "de", "run", shop.orders);
    await running.line(/^3\/\d+ /);
    running.child.kill("SIGINT");
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toContain("Fehler: Angehalten.");
    expect(stderr).toContain("was fertig war, bleibt");
    const finished = await kundenwert("-w", workspace, "--lang", "de", "run");
    expect(finished.code).toBe(0);
    expect(finished.stderr).toContain("(unverändert)");
  });

  test("stops the writing of a demo with 130 and leaves no file", async () => {
    const target = join(shop.directory, "stopped-demo");
    const running = start("--lang", "de", "demo", target, "--customers", "500000");
    while (!existsSync(join(target, "kunden.csv.part"))) {
      expect(running.child.exitCode, running.written.stderr).toBeNull();
      await pause(5);
    }
    running.child.kill("SIGINT");
    expect(await running.ended).toMatchObject({ code: 130 });
    expect(readdirSync(target)).toEqual([]);
  });
});

test("demo writes a shop and says how to go on", async () => {
  const target = join(shop.directory, "demo");
  const args = ["demo", target, "--customers", "50", "--months", "6", "--seed", "9"];
  const { code, stdout, stderr } = await kundenwert("--lang", "de", ...args);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toContain(`kundenwert -w ${target} refresh`);
  expect(readdirSync(target)).toContain("parameter.json");
});
