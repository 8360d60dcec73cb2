import type { Settings } from "../../workspace/settings.ts";
import type { Step } from "../step.ts";

/**
 * Where a cost is taken off. order: what orders and customers cause, between DB I and DB II.
 * service and acquisition: between DB II and DB III.
 */
const COST_LEVELS = ["order", "service", "acquisition"] as const;
type CostLevel = (typeof COST_LEVELS)[number];

/** How sources call kinds of costs, in lower case. */
const KINDS: Readonly<Record<CostLevel, readonly string[]>> = {
  order: [
    ...["fulfilment", "fulfillment", "shipping", "freight", "postage", "logistics", "packaging"],
    ...["versand", "versandkosten", "porto", "fracht", "logistik", "verpackung"],
    ...["payment", "payment fee", "payment fees", "transaction fee", "transaction fees"],
    ...[
      "zahlung",
      "zahlungskosten",
      "zahlungsgebühren",
      "zahlungsgebuehren",
      "transaktionsgebühren",
    ],
    ...["commission", "marketplace fee", "provision", "marktplatzgebühren"],
    ...["return", "returns", "retoure", "retouren", "retourenkosten"],
    ...["marketing", "retention", "loyalty", "crm", "campaign", "kundenbindung", "kampagne"],
    ...["discount", "voucher", "bonus", "rabatt", "gutschein"],
  ],
  service: ["service", "support", "customer service", "kundendienst", "kundenservice", "betreuung"],
  // The words that sql/figures/figure_acquisition.sql counts.
  acquisition: ["acquisition", "akquise", "akquisition", "werbung", "advertising"],
};

/** The level of each kind, those of the settings first. */
export function costLevels({ costKinds = {} }: Pick<Settings, "costKinds">): Map<string, string> {
  const known = COST_LEVELS.flatMap((level) => KINDS[level].map((kind) => [kind, level] as const));
  const own = Object.entries(costKinds).map(
    ([kind, level]) => [kind.trim().toLowerCase(), level] as const,
  );
  return new Map([...known, ...own]);
}

const SHAPE = `SELECT CAST('' AS VARCHAR) AS kind, CAST('' AS VARCHAR) AS level WHERE 1 = 0`;

/** The table `cost_kind`: where each kind of cost is taken off. */
export const costKind: Step = {
  name: "cost_kind",
  reads: [],
  text: JSON.stringify(KINDS),
  checks: { "a level is one of three": "level NOT IN ('order', 'service', 'acquisition')" },
  inputs: ({ settings }) => ({ kinds: JSON.stringify(settings.costKinds ?? {}) }),
  async write({ engine, settings }, table) {
    const levels = costLevels(settings);
    await engine.replaceTable(table, SHAPE);
    await engine.append(table, { kind: [...levels.keys()], level: [...levels.values()] });
  },
};
