/** What the command line says of who is who. */
export const identityTexts = {
  none: "Every customer number is a person of its own.",
  columns: {
    number: "number",
    source: "source",
    person: "is read as",
    since: "since",
    reason: "because of",
    by: "decided by",
  },
  allSources: "all",
  nothing: "There is nothing to look at.",
  review: { one: "number", other: "may be, or source", reason: "why", evidence: "evidence" },
  reasons: {
    same_person: "same name, postcode and year of birth",
    similar_email: "e-mail equal but for dots and +tag",
    shared_by_many: "many numbers have this mark",
    two_sources: "two sources may mean two people by it",
  } as Readonly<Record<string, string>>,
  changed: (merged: string, released: string) =>
    `${merged} numbers merged, ${released} released. The next run values the customers anew.`,
  unchanged: "Written down; no number is read otherwise because of it.",
  hint: "same person: identity merge A B · different people: identity review --apart A B",
};
