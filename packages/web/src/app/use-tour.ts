import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { overviewQuery } from "../api/queries.ts";

const STORAGE_KEY = "kundenwert-tour";

export type Tour = {
  /** Place of the step, from 0; undefined while there is no tour. */
  readonly step: number | undefined;
  start(): void;
  go(step: number): void;
  end(): void;
};

/** The guided visit: begins by itself once in each browser, where the data are those of the demo. */
export function useTour(): Tour {
  const { data } = useQuery(overviewQuery);
  const [step, setStep] = useState<number>();
  const [isSeen, setSeen] = useState(() => localStorage.getItem(STORAGE_KEY) !== null);
  const isFirst = !isSeen && data?.isDemo === true && data.state === "valued";
  return {
    step: step ?? (isFirst ? 0 : undefined),
    start: () => setStep(0),
    go: setStep,
    end() {
      localStorage.setItem(STORAGE_KEY, "seen");
      setSeen(true);
      setStep(undefined);
    },
  };
}
