import { defineFigure, type Family, type Figure } from "./figure.ts";

/** The five movements and what is not there yet; each is a part of the way from opening to closing. */
const MOVEMENTS = [
  [
    "new",
    "new",
    "of customers who had never paid before",
    "A pays 100 from 15 January: +100 in January",
    "neu",
    "von Kunden, die nie zuvor bezahlten",
    "A zahlt ab 15. Januar 100: +100 im Januar",
  ],
  [
    "expansion",
    "expansion",
    "of customers who pay more than at the beginning of the period",
    "A goes from 100 to 150: +50",
    "Ausbau",
    "von Kunden, die mehr zahlen als zu Beginn der Periode",
    "A geht von 100 auf 150: +50",
  ],
  [
    "contraction",
    "contraction",
    "of customers who pay less than at the beginning, as a negative amount",
    "D goes from 30 to 20: −10",
    "Rückgang",
    "von Kunden, die weniger zahlen als zu Beginn, als negativer Betrag",
    "D geht von 30 auf 20: −10",
  ],
  [
    "churn",
    "churn",
    "of customers who pay nothing any more, as a negative amount; a pause counts as one",
    "B ends 200 on 1 March: −200 in March",
    "Abwanderung",
    "von Kunden, die nichts mehr zahlen, als negativer Betrag; eine Pause zählt so",
    "B beendet 200 zum 1. März: −200 im März",
  ],
  [
    "reactivation",
    "reactivation",
    "of customers who had paid once, then nothing, and pay again",
    "B pays 80 again from 10 April: +80 in April",
    "Rückkehr",
    "von Kunden, die einmal zahlten, dann nichts, und wieder zahlen",
    "B zahlt ab 10. April wieder 80: +80 im April",
  ],
  [
    "fx",
    "exchange rates",
    "by exchange rates, from one month end to the next; the other movements are told without it",
    "100 $ at 0.8, then at 0.5: −30",
    "Wechselkurse",
    "durch Wechselkurse, von Monatsende zu Monatsende; die anderen Bewegungen sind ohne sie angegeben",
    "100 $ zu 0,8, dann zu 0,5: −30",
  ],
] as const;

/** The movements of the MRR as figures of its family. */
export const mrrMovements = (family: Family): Figure[] =>
  MOVEMENTS.map(([name, label, meaning, example, wort, bedeutung, beispiel]) =>
    defineFigure(
      `mrr_${name}`,
      family,
      [
        `MRR movement: ${label}`,
        `Change of the monthly recurring revenue ${meaning}`,
        "sum over customers, end of the period against its beginning",
        example,
      ],
      [
        `MRR-Bewegung: ${wort}`,
        `Änderung des monatlich wiederkehrenden Umsatzes ${bedeutung}`,
        "Summe über Kunden, Ende der Periode gegen ihren Beginn",
        beispiel,
      ],
    ),
  );
