import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { annotationsQuery } from "../api/queries.ts";
import { dayMarks, type EventMark, eventMarks, type Span } from "./event-marks.ts";

/** What happened in each period of a chart; nothing while it is not known. */
export function useEvents(spans: readonly Span[]): readonly EventMark[] {
  const { data } = useQuery(annotationsQuery);
  // Spans are put together anew at each drawing; the same ones leave the chart as it is.
  const key = JSON.stringify(spans);
  return useMemo(() => eventMarks(data?.items ?? [], JSON.parse(key)), [data, key]);
}

/** What happened between the first and the last of some days, latest first, each on its own day. */
export function useEventDays(days: readonly string[]): readonly EventMark[] {
  const { data } = useQuery(annotationsQuery);
  const key = JSON.stringify(days);
  return useMemo(() => dayMarks(data?.items ?? [], JSON.parse(key)), [data, key]);
}
