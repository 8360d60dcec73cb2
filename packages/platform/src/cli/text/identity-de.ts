import type { identityTexts as english } from "./identity-en.ts";

/** Was die Befehlszeile dazu sagt, wer wer ist. */
export const identityTexts: typeof english = {
  none: "Jede Kundennummer ist eine Person für sich.",
  columns: {
    number: "Nummer",
    source: "Quelle",
    person: "gilt als",
    since: "seit",
    reason: "wegen",
    by: "entschieden von",
  },
  allSources: "alle",
  nothing: "Es gibt nichts anzusehen.",
  review: { one: "Nummer", other: "vielleicht, oder Quelle", reason: "warum", evidence: "Beleg" },
  reasons: {
    same_person: "Name, Postleitzahl und Geburtsjahr gleich",
    similar_email: "E-Mail gleich bis auf Punkte und +Zusatz",
    shared_by_many: "viele Nummern haben diese Kennung",
    two_sources: "zwei Quellen meinen damit vielleicht zwei Menschen",
  },
  changed: (merged, released) =>
    `${merged} Nummern zusammengeführt, ${released} gelöst. Der nächste Lauf bewertet die Kunden neu.`,
  unchanged: "Vermerkt; keine Nummer wird deshalb anders gelesen.",
  hint: "dieselbe Person: identity merge A B · verschiedene: identity review --apart A B",
};
