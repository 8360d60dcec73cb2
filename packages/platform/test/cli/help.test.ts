import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { kundenwert } from "../command-line.ts";
import { plain } from "./shop.ts";

describe("help", () => {
  /** What `--help` prints, of the program and of all of its commands. */
  function helpOf(language: string): Map<string, string> {
    const shown = new Map<string, string>();
    const visit = (command: Command, name: string) => {
      let text = "";
      command.configureOutput({ writeOut: (piece) => (text += piece) });
      command.outputHelp();
      shown.set(name, text);
      for (const inner of command.commands) visit(inner, `${name} ${inner.name()}`);
    };
    visit(createProgram(["node", "kundenwert", "--lang", language]), "kundenwert");
    return shown;
  }

  test.each([
    ["de", "Aufruf:", "Optionen:", "Beispiele:"],
    ["en", "Usage:", "Options:", "Examples:"],
  ])("is there in %s for every command, with examples", (language, usage, options, examples) => {
    const help = helpOf(language);
    expect([...help.keys()]).toEqual([
      "kundenwert",
      ...[
        "start",
        "demo",
        "import",
        "refresh",
        "doctor",
        "run",
        "value",
        "customer",
        "explain",
        "account",
        "identity",
        "identity list",
        "identity merge",
        "identity split",
        "identity review",
        "equity",
        "backtest",
        "features",
        "stages",
        "segments",
        "transitions",
        "alerts",
        "health",
        "feedback",
        "feedback list",
        "feedback topics",
        "feedback topic",
        "feedback cases",
        "feedback case",
        "potential",
        "new-customers",
        "settings",
        "settings list",
        "settings set",
        "settings target",
        "settings history",
        "settings undo",
        "events",
        "events list",
        "events add",
        "events remove",
        "views",
        "migrate",
        "serve",
        "figures",
        "glossary",
      ].map((name) => `kundenwert ${name}`),
      "kundenwert formula",
      ...["order-value", "subscription", "net", "retention"].map(
        (name) => `kundenwert formula ${name}`,
      ),
    ]);
    for (const [name, text] of help) {
      expect(text, name).toContain(`${usage} ${name}`);
      expect(text, name).toContain(options);
      const after = text.slice(text.indexOf(examples));
      expect(after, name).toMatch(new RegExp(`${examples}\n  ${name}`));
      expect(text, name).not.toMatch(/undefined|\(choices/);
    }
  });

  test("speaks German throughout where German is asked for", () => {
    for (const [name, text] of helpOf("de")) {
      expect(text, name).not.toMatch(/ (the|this|of|for|display|show) |\(default/);
    }
  });

  test("ends well when asked for, with the version too", async () => {
    const help = await kundenwert("--lang", "de", "import", "--help");
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain("--dry-run");
    const version = await kundenwert("--version");
    expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe("formula", () => {
  test.each([
    [
      "100 € a month for 24 months",
      ["subscription", "--fee", "100", "--months", "24"],
      "2.400,00 €",
    ],
    [
      "100 customers at 100 € a month for a year",
      ["subscription", "--fee", "100", "--months", "12", "--customers", "100"],
      "120.000,00 €",
    ],
    [
      "1,000 € a year for 10 years less 1,000 € of acquisition",
      ["net", "--revenue", "1000", "--years", "10", "--acquisition", "1000"],
      "9.000,00 €",
    ],
    [
      "50 € an order, 4 orders a year, 5 years",
      ["order-value", "--aov", "50", "--frequency", "4", "--years", "5"],
      "1.000,00 €",
    ],
    [
      "100 € a year, four of five stay, at 10 %",
      ["retention", "--margin", "100", "--retention", "0.8", "--discount-rate", "0.1"],
      "266,67 €",
    ],
  ])("%s", async (_, args, value) => {
    const { code, stdout, stderr } = await kundenwert("--lang", "de", "formula", ...args);
    expect({ code, stdout: plain(stdout), stderr }).toEqual({
      code: 0,
      stdout: `${value}\n`,
      stderr: "",
    });
  });

  test("refuses what is no number", async () => {
    const args = ["formula", "subscription", "--fee", "viel", "--months", "2"];
    const { code, stderr } = await kundenwert("--lang", "de", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain("--fee kann nicht viel sein");
  });
});
