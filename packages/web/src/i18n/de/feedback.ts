import type { feedback as english } from "../en/feedback.ts";

export const feedback: Record<keyof typeof english, string> = {
  "feedbackPage.intro":
    "Was Kunden sagen, wie sich das verändert und was die wert sind, die es sagen.",
  "feedbackPage.none": "Es gibt keine Antworten",
  "feedbackPage.none.text":
    "Importieren Sie eine Datei mit Feedback: Kunde, Zeitpunkt, Art (nps, csat oder review) und Punktzahl.",
  "feedbackPage.noPeriod":
    "In diesen Zeiträumen gibt es keine Antworten; vielleicht nennen sie keinen Tag.",
  "feedbackPage.wholeHistory": "Gesamte Historie zeigen",
  "npsBars.title": "Fürsprecher, Neutrale und Kritiker",
  "npsBars.reading":
    "{{period}}: {{promoters}} Fürsprecher weniger {{detractors}} Kritiker ergeben einen NPS von {{nps}} ({{low}} bis {{high}}).",
  "npsBars.none": "Für diese Auswahl gibt es keine NPS-Antworten mit ihren Anteilen.",
  "npsBars.n": "n = {{n}} Antworten (letzte volle Periode)",
  "npsBars.basis": "Basis: alle Antworten von 0 bis 10",
  "npsBars.promoter": "Fürsprecher (9–10)",
  "npsBars.passive": "Neutrale (7–8)",
  "npsBars.detractor": "Kritiker (0–6)",
  "npsBars.low": "NPS von",
  "npsBars.high": "NPS bis",
  "compared.nps_class": "Was sind Fürsprecher und Kritiker wert?",
  "compared.referred": "Sind empfohlene Kunden mehr wert?",
  "compared.reading":
    "{{group}}: im Mittel {{mean}}, das sind {{difference}} ({{low}} bis {{high}}) gegenüber „{{reference}}“: {{verdict}}.",
  "compared.until_one": "bisher und der nächste Monat, Stand {{day}}",
  "compared.until_other": "bisher und die nächsten {{count}} Monate, Stand {{day}}",
  "compared.method": "Mittel mit {{share}}-Intervall, Unterschied nach Welch",
  "compared.note": "ein Unterschied ist keine Wirkung",
  "compared.group": "Gruppe",
  "compared.mean": "Gesamtwert im Mittel",
  "compared.verdict": "Urteil",
  "group.promoter": "Fürsprecher",
  "group.passive": "Neutrale",
  "group.detractor": "Kritiker",
  "group.referred": "Empfohlene Kunden",
  "group.not_referred": "Übrige Kunden",
  "verdict.higher": "nachweislich mehr",
  "verdict.lower": "nachweislich weniger",
  "verdict.not_proven": "nicht nachweisbar",
  "verdict.too_few": "zu wenige für ein Urteil",
  "verdict.reference": "Vergleichsgruppe",
};
