import type { Preferences } from "@kundenwert/contract";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { preferencesQuery } from "../../api/queries.ts";
import { useView, type ViewSearch } from "../../view.ts";
import { USUAL_TILES } from "./tiles.ts";

/**
 * The tiles that the reader wants. What the reader wants to look at comes into the address once,
 * where the address says nothing of its own; undefined until that is known.
 */
export function useStartView(): NonNullable<Preferences["tiles"]> | undefined {
  const { data, error } = useQuery(preferencesQuery);
  const { horizon, basis, change } = useView();
  const isDone = useRef(false);
  useEffect(() => {
    if (!data || isDone.current) return;
    isDone.current = true;
    const wanted = wantedView(data, {
      ...(horizon ? { horizon } : {}),
      ...(basis ? { basis } : {}),
    });
    if (wanted) change(wanted);
  }, [data, horizon, basis, change]);
  // Without preferences the page is what it usually is.
  if (error) return [...USUAL_TILES];
  return data && (data.tiles ?? [...USUAL_TILES]);
}

/** What is to be added to an address; undefined where it says something, or nothing is wanted. */
export function wantedView(
  { horizon, basis }: Pick<Preferences, "horizon" | "basis">,
  said: ViewSearch,
): ViewSearch | undefined {
  if (said.horizon !== undefined || said.basis !== undefined) return undefined;
  if (horizon === null && basis !== "contribution") return undefined;
  return { ...(horizon === null ? {} : { horizon }), ...(basis === null ? {} : { basis }) };
}
