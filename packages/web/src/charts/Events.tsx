import { Text } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { EventMark } from "../events/event-marks.ts";
import { useFormat } from "../i18n/format.ts";

/** Tells what happened in a period, each event on a line of its own. */
export function useEventText(): (mark: EventMark) => readonly string[] {
  const { t } = useTranslation();
  const { day } = useFormat();
  return useCallback(
    ({ sign, events }: EventMark) =>
      events.map((event) =>
        t("events.event", {
          sign,
          day: day(event.day),
          kind: t(`events.kind.${event.kind}`),
          text: event.text,
        }),
      ),
    [t, day],
  );
}

/** How many events a chart shows, and the latest, in a sentence; empty without any. */
export function useEventReading(marks: readonly EventMark[]): string {
  const { t } = useTranslation();
  const { day } = useFormat();
  const events = marks.flatMap((mark) => mark.events);
  const last = events.at(-1);
  if (!last) return "";
  const said = { day: day(last.day), text: last.text };
  return ` ${t("events.reading", { count: events.length, ...said })}`;
}

/** What stands behind the signs of a chart. */
export function Events({ marks }: { marks: readonly EventMark[] }) {
  const { t } = useTranslation();
  const tell = useEventText();
  if (marks.length === 0) return null;
  return (
    <Text component="details" size="xs" className="kw-events">
      <summary>{t("events.list")}</summary>
      <ul className="kw-changes">
        {marks
          .flatMap((mark) => tell(mark))
          .map((text) => (
            <li key={text}>{text}</li>
          ))}
      </ul>
    </Text>
  );
}
