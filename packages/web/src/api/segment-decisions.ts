import type {
  SegmentDecisionRequest,
  SegmentDecisions,
  SegmentHistory,
  SegmentsChanged,
} from "@kundenwert/contract";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, post } from "./client.ts";
import { SETTINGS, VALUES } from "./queries.ts";

const DECISIONS = "segment-decisions";

export const segmentDecisionsQuery = queryOptions({
  queryKey: [DECISIONS, "now"],
  queryFn: ({ signal }) => get<SegmentDecisions>("/segments/decisions", {}, signal),
});

export const segmentHistoryQuery = queryOptions({
  queryKey: [DECISIONS, "history"],
  queryFn: ({ signal }) => get<SegmentHistory>("/segments/decisions/changes", {}, signal),
});

type Wish = SegmentDecisionRequest["changes"][number];

/** Decides something about a segment; all that tells of segments is read again. */
export function useDecide() {
  const settled = useSettled();
  return useMutation({
    mutationFn: (wish: Wish) =>
      post<SegmentsChanged>("/segments/decisions/changes", { changes: [wish] }),
    onSuccess: settled,
  });
}

/** Tries a decision and writes nothing. */
export function useTrial() {
  return useMutation({
    mutationFn: (wish: Wish) =>
      post<SegmentsChanged>("/segments/decisions/changes", { changes: [wish], isTrial: true }),
  });
}

/** Takes a change back. */
export function useTakeBack() {
  const settled = useSettled();
  return useMutation({
    mutationFn: (id: number) => post<SegmentsChanged>(`/segments/decisions/changes/${id}/undo`),
    onSuccess: settled,
  });
}

function useSettled() {
  const client = useQueryClient();
  return async () => {
    for (const key of [DECISIONS, VALUES, SETTINGS]) {
      await client.invalidateQueries({ queryKey: [key] });
    }
  };
}
