import type { SegmentDecisions } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { segmentDecisionsQuery } from "../api/segment-decisions.ts";
import { Panel } from "../components/Panel.tsx";
import { QueryView } from "../components/QueryView.tsx";
import { DecisionHistory } from "./DecisionHistory.tsx";

type Props = {
  title: string;
  reading: string;
  /** Decides one more. */
  form: ReactNode;
  /** What is decided now. */
  children: (decisions: SegmentDecisions) => ReactNode;
};

/** What people decided about segments: how it stands, a form for another decision, the way back. */
export function DecisionPanel({ title, reading, form, children }: Props) {
  const query = useQuery(segmentDecisionsQuery);
  return (
    <div className="kw-below">
      <Panel title={title}>
        <Text size="sm" c="dimmed">
          {reading}
        </Text>
        <QueryView query={query} height={80}>
          {children}
        </QueryView>
        {form}
        <DecisionHistory />
      </Panel>
    </div>
  );
}
