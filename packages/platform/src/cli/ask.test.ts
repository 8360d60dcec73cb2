import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { ask } from "./ask.ts";

const answers = { netto: "net", brutto: "gross" } as const;

function terminal(...typed: string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  for (const line of typed) input.write(`${line}\n`);
  return { input, output, shown: () => String(output.read()) };
}

test("takes the word or its beginning, in any case", async () => {
  expect(await ask("Was sind die Beträge?", answers, terminal("brutto"))).toBe("gross");
  const short = terminal("N");
  expect(await ask("Was sind die Beträge?", answers, short)).toBe("net");
  expect(short.shown()).toContain("Was sind die Beträge? [netto / brutto] ");
});

test("asks again until the answer is one", async () => {
  const typed = terminal("", "vielleicht", "b");
  expect(await ask("Und?", answers, typed)).toBe("gross");
  expect(typed.shown().match(/Und\?/g)).toHaveLength(3);
});

test("the end of input is no answer", async () => {
  const typed = terminal();
  typed.input.end();
  expect(await ask("Und?", answers, typed)).toBeUndefined();
});
