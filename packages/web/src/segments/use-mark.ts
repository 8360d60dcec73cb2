import type { SegmentMove } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";

export type Mark = SegmentMove["mark"];

/** The sign of a move: up for desired, down for undesired, so that no colour is needed to tell. */
export const SIGNS: Readonly<Record<Mark, string>> = {
  desired: "▲",
  undesired: "▼",
  neutral: "=",
};

/** The sign and the word of a move. */
export function useMarkText(): (mark: Mark) => string {
  const { t } = useTranslation();
  return (mark) => `${SIGNS[mark]} ${t(`mark.${mark}`)}`;
}
