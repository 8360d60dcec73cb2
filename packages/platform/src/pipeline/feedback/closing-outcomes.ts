/** Outcomes of interactions that settle a complaint, as the systems of the trade write them. */
const CLOSING_OUTCOMES = [
  "gelöst",
  "erledigt",
  "geschlossen",
  "abgeschlossen",
  "kulanz",
  "solved",
  "resolved",
  "closed",
  "done",
  "goodwill",
] as const;

/** The outcomes that settle a complaint as SQL looks them up: |gelöst|erledigt|… */
export const CLOSING = `|${CLOSING_OUTCOMES.join("|")}|`;
