import type {
  AlertPage,
  AlertQuery,
  CustomerSegments,
  CustomerWarnings,
  SegmentCharts,
  SegmentMoves,
  Segments,
  Transitions,
  WarningReport,
} from "@kundenwert/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "./client.ts";
import { VALUES } from "./queries.ts";

export type SegmentLevel = Segments["level"];
export type SegmentGrain = Segments["grain"];
type SegmentView = { readonly level: SegmentLevel; readonly grain: SegmentGrain };

export const warningsQuery = queryOptions({
  queryKey: [VALUES, "warnings"],
  queryFn: ({ signal }) => get<WarningReport>("/warnings", {}, signal),
});

export const segmentChartsQuery = queryOptions({
  queryKey: [VALUES, "segment-charts"],
  queryFn: ({ signal }) => get<SegmentCharts>("/warnings/charts", {}, signal),
});

/** A page of the list; the next one leaves out the ranks of those before. */
export const alertsOf = (query: AlertQuery, signal: AbortSignal) =>
  get<AlertPage>("/warnings/alerts", query, signal);

export const customerWarningsQuery = (id: string) =>
  queryOptions({
    queryKey: [VALUES, "customer-warnings", id],
    queryFn: ({ signal }) =>
      get<CustomerWarnings>(`/customers/${encodeURIComponent(id)}/warnings`, {}, signal),
  });

export const customerSegmentsQuery = (id: string) =>
  queryOptions({
    queryKey: [VALUES, "customer-segments", id],
    queryFn: ({ signal }) =>
      get<CustomerSegments>(`/customers/${encodeURIComponent(id)}/segments`, {}, signal),
  });

export const segmentsQuery = (query: SegmentView & { readonly last: number }) =>
  queryOptions({
    queryKey: [VALUES, "segments", query],
    queryFn: ({ signal }) => get<Segments>("/segments", query, signal),
    placeholderData: keepPreviousData,
  });

export const movesQuery = (query: SegmentView & { readonly periodEnd?: string | undefined }) =>
  queryOptions({
    queryKey: [VALUES, "segment-moves", query],
    queryFn: ({ signal }) => get<SegmentMoves>("/segments/moves", query, signal),
  });

export const transitionsQuery = (query: {
  readonly level: "macro" | "micro";
  readonly months: 1 | 3;
  readonly periodEnd?: string | undefined;
}) =>
  queryOptions({
    queryKey: [VALUES, "transitions", query],
    queryFn: ({ signal }) => get<Transitions>("/transitions", query, signal),
    placeholderData: keepPreviousData,
  });
