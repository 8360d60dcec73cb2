import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { writeDemo } from "../../src/demo/index.ts";
import { type Ended, kundenwert } from "../command-line.ts";
import { onceARun } from "../once-a-run.ts";

/** A demo shop whose orders a user has valued, and what a test does with it. */
export type Shop = {
  readonly directory: string;
  /** The file of its orders. */
  readonly orders: string;
  readonly workspace: string;
  /** How the `run` ended that made the workspace. */
  readonly ran: Ended;
  on(...args: readonly string[]): Promise<Ended>;
  /** The result of a command with --format json. */
  json<T>(...args: readonly string[]): Promise<T>;
  close(): void;
};

export async function openShop(): Promise<Shop> {
  const directory = mkdtempSync(join(tmpdir(), "kundenwert-cli-"));
  cpSync(await onceARun("shop", makeShop), directory, { recursive: true });
  const orders = join(directory, "shop", ORDERS);
  const workspace = join(directory, "workspace");
  const on = (...args: readonly string[]) => kundenwert("-w", workspace, ...args);
  const ran = JSON.parse(readFileSync(join(directory, RAN), "utf8")) as Ended;
  return {
    directory,
    orders,
    workspace,
    ran,
    on,
    async json<T>(...args: readonly string[]) {
      const { stdout, stderr, code } = await on("-q", ...args, "--format", "json");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      return JSON.parse(stdout) as T;
    },
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
}

const RAN = "ran.json";
const ORDERS = "bestellungen.csv";

async function makeShop(directory: string): Promise<void> {
  const shop = join(directory, "shop");
  await writeDemo(shop, { customers: 700, seed: 2 });
  const workspace = join(directory, "workspace");
  const ran = await kundenwert("-w", workspace, "--lang", "de", "run", join(shop, ORDERS));
  writeFileSync(join(directory, RAN), JSON.stringify(ran));
}

export const lines = (text: string) => text.trimEnd().split("\n");

/** Intl puts no-break spaces into amounts. */
export const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, " ");
