import { ModelError, warnings } from "@kundenwert/models";
import { type EventName, type EventRows, type Events, leadOf } from "./events.ts";
import { placeOf } from "./histories.ts";
import { WARNING_KINDS, type WarningKind } from "./kind.ts";
import { eligibleRows, outcomesOf } from "./learn.ts";
import type { Material } from "./material.ts";
import { type OriginRows, selectRows } from "./origin-rows.ts";

/** How often a change followed an event, beside alike customers without it. No cause. */
export type Trigger = warnings.MatchedEffect & {
  readonly event: EventName;
  readonly detail: string;
  readonly kind: WarningKind;
  /** Indices of the month in which it came to most, and of the first and last. */
  readonly peak: number;
  readonly first: number;
  readonly last: number;
};

/** Customers with an event below which nothing is said of it. */
const FEWEST_EXPOSED = 30;
const RECENCY_BANDS = [30, 60, 90, 180, 365];
const FREQUENCY_BANDS = [0, 1, 3, 7, 15];

/**
 * Compares who had an event with others of the same macro segment, recency, frequency and month, as
 * they were at the end of the month of the event; of what the company does, at the end of the month
 * before, for a campaign shows in its own month already.
 */
export function findTriggers(material: Material, events: Events): Trigger[] {
  return WARNING_KINDS.flatMap((kind) => {
    const last = material.histories.periods - 1 - material.months;
    const asked = selectRows(
      material.rows,
      (row) =>
        placeOf(material.members, material.rows.customer[row] as number) % events.every === 0,
    );
    const rows = eligibleRows(kind, asked, [0, last]);
    const outcome = outcomesOf(kind, { ...material, rows });
    const cells = cellsOf(rows);
    const places = placesOf(rows, material.histories.periods);
    return events.of.flatMap((event) => {
      const exposed = exposedRows(event, places, material.histories.periods);
      if (exposed.length < FEWEST_EXPOSED) return [];
      const effect = effectOf(cells, outcome, exposed);
      if (!effect) return [];
      const { event: name, detail } = event;
      return [{ event: name, detail, kind, ...effect, ...monthsOf(rows, exposed, leadOf(name)) }];
    });
  }).sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
}

/** The number of the cell of alike customers that each row is in. */
function cellsOf(rows: OriginRows): Int32Array {
  const numbers = new Map<string, number>();
  const band = (limits: readonly number[], value: number) =>
    limits.findIndex((limit) => value <= limit);
  return Int32Array.from(rows.customer, (_, row) => {
    const key = [
      rows.macro[row],
      rows.period[row],
      band(RECENCY_BANDS, rows.recency[row] as number),
      band(FREQUENCY_BANDS, rows.purchases_12m[row] as number),
    ].join();
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

function placesOf(rows: OriginRows, periods: number): Map<number, number> {
  const places = new Map<number, number>();
  rows.customer.forEach((customer, row) => {
    places.set(customer * periods + (rows.period[row] as number), row);
  });
  return places;
}

function exposedRows(
  { event, customer, period }: EventRows,
  places: ReadonlyMap<number, number>,
  periods: number,
): number[] {
  const lead = leadOf(event);
  return Array.from(customer, (one, i) =>
    places.get(one * periods + (period[i] as number) - lead),
  ).filter((row) => row !== undefined);
}

function effectOf(
  cells: Int32Array,
  outcome: Float64Array,
  exposed: readonly number[],
): warnings.MatchedEffect | null {
  const count = cells.reduce((most, cell) => Math.max(most, cell + 1), 0);
  const column = () => new Float64Array(count);
  const sums = {
    exposed: column(),
    exposedOutcomes: column(),
    others: column(),
    otherOutcomes: column(),
  };
  const isExposed = new Uint8Array(cells.length);
  for (const row of exposed) isExposed[row] = 1;
  cells.forEach((cell, row) => {
    const [all, came] = isExposed[row]
      ? [sums.exposed, sums.exposedOutcomes]
      : [sums.others, sums.otherOutcomes];
    all[cell] = (all[cell] as number) + 1;
    came[cell] = (came[cell] as number) + (outcome[row] as number);
  });
  try {
    return warnings.matchedEffect(sums);
  } catch (error) {
    if (error instanceof ModelError && error.code === "TOO_LITTLE_DATA") return null;
    throw error;
  }
}

function monthsOf(rows: OriginRows, exposed: readonly number[], lead: number) {
  const counts = new Map<number, number>();
  for (const row of exposed) {
    const period = (rows.period[row] as number) + lead;
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const periods = [...counts.keys()];
  const [peak] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
  return { peak, first: Math.min(...periods), last: Math.max(...periods) };
}
