import type { Command } from "commander";
import { readCustomer360 } from "../../pipeline/customer-360/customer-360.ts";
import type { ValueReasons } from "../../pipeline/customer-360/value-reasons.ts";
import type { Method } from "../../pipeline/method.ts";
import { readCorrections } from "../../pipeline/transition/read-corrections.ts";
import { type WhatIf, whatIfOf } from "../../pipeline/transition/what-if.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { whyWorth } from "../customer-view.ts";
import { type Speech, speechOf } from "../language.ts";
import { describeCorrections, misjudged } from "../output/correction-table.ts";
import { parseOneOf, parseWhole } from "../parse.ts";
import { pickHorizon, readPublished } from "../published.ts";
import { inSession, type Session } from "../session.ts";

type Flags = { readonly format: string; readonly horizon?: string };

export const addExplain: AddCommand = (program, text) => {
  const command = program
    .command("explain")
    .argument("[id]", text.explain.customerId)
    .description(text.commands.explain)
    .option("--horizon <months>", text.options.horizon)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((id: string | undefined, flags: Flags, self: Command) =>
      inSession(self, (session) =>
        id === undefined ? corrections(session, flags) : act(session, id, flags),
      ),
    );
  addExamples(command, text, [
    "explain K0000042",
    "explain K0000042 --horizon 24 --format json",
    "explain",
  ]);
};

async function act(session: Session, id: string, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const months = flags.horizon ? parseWhole("--horizon", flags.horizon, 1) : undefined;
  const workspace = await session.open();
  const { person, values, reasons } = await readCustomer360(workspace, id);
  const chain = reasons.find(({ horizonMonths }) => horizonMonths === months) ?? reasons[0];
  const method = values[0]?.method as Method | undefined;
  const changes = chain
    ? await whatIfOf(workspace.engine, person.customerId, chain.horizonMonths)
    : [];
  if (format === "json") {
    const all = { customerId: person.customerId, method, reasons: chain, changes };
    return session.print(JSON.stringify(all, null, 2));
  }
  const speech = speechOf(session.speech.language, workspace.settings.currency);
  if (!chain || !method) return session.print(speech.text.explain.noValue);
  session.print(told(person.customerId, method, chain, changes, speech));
}

function told(
  customer: string,
  method: Method,
  chain: ValueReasons,
  changes: readonly WhatIf[],
  speech: Speech,
): string {
  const t = speech.text.explain;
  const total = chain.lines.find(({ code }) => code === "TOTAL")?.amount ?? null;
  const head = t.method({
    customer,
    total: speech.money(total),
    months: speech.number(chain.horizonMonths),
    method: speech.text.methods[method] ?? method,
  });
  const lines = changes.map(({ code, days, revenueChange, purchasesChange }) => {
    const change =
      revenueChange === null ? speech.number(purchasesChange, 2) : speech.money(revenueChange);
    return t[code]({ change, days: speech.number(days) });
  });
  return [
    head,
    whyWorth(chain, speech),
    ...(chain.transition?.correction ? [likeThese(chain.transition.correction, speech)] : []),
    ...(chain.transition?.extrapolated ? [t.extrapolated] : []),
    ...(withoutService(chain) ? [t.noServiceCost] : []),
    ...lines,
    ...(lines.length > 0 ? [t.notCausal] : []),
  ].join("\n");
}

function likeThese(
  correction: NonNullable<NonNullable<ValueReasons["transition"]>["correction"]>,
  speech: Speech,
): string {
  const { ruleDe, ruleEn, seen } = correction;
  const rule = speech.language === "de" ? ruleDe : ruleEn;
  const { observed, interval } = misjudged(correction, speech);
  return speech.text.explain.correction({ rule, observed, interval, seen: speech.number(seen) });
}

/** All corrections of the method, for nobody in particular. */
async function corrections(session: Session, flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const workspace = await session.open();
  const { horizonMonths } = pickHorizon(await readPublished(workspace), workspace, flags.horizon);
  const found = await readCorrections(workspace.engine, horizonMonths);
  if (format === "json") return session.print(JSON.stringify(found, null, 2));
  const speech = speechOf(session.speech.language, workspace.settings.currency);
  session.print(describeCorrections(found, horizonMonths, speech));
}

/** Whether a contribution was foreseen that costs of service could have been taken off. */
function withoutService({ basis, transition }: ValueReasons): boolean {
  return basis === "contribution" && transition !== null && transition.serviceCost === null;
}
