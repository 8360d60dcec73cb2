import type { SegmentGrain } from "../../api/segment-queries.ts";
import { readGrain } from "../../segments/segment-search.ts";
import type { Raw } from "../../view.ts";

/** By which periods, and whether those who stayed are left out. */
export type FlowsSearch = { readonly grain?: SegmentGrain; readonly show?: "moves" };

export function readFlowsSearch({ grain, show }: Raw): FlowsSearch {
  return { ...readGrain(grain), ...(show === "moves" ? { show } : {}) };
}
