/** The states of a case, in the order that it usually goes through them. */
export const STATES = ["open", "in_work", "solved", "closed"] as const;
