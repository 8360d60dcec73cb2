import type { customerOutlook as english } from "../en/customer-outlook.ts";

export const customerOutlook: Record<keyof typeof english, string> = {
  "foreseen.title": "Was sich bald ändern kann",
  "foreseen.alert":
    "Wahrscheinlichkeit {{probability}}; {{stake}} stehen auf dem Spiel, Rang {{rank}} der Liste: Davor wird gewarnt.",
  "foreseen.quiet":
    "Wahrscheinlichkeit {{probability}}; {{stake}} stehen auf dem Spiel, Rang {{rank}}: Das liegt außerhalb des Alarmbudgets, davor wird nicht gewarnt.",
  "foreseen.reasons": "Was dafür spricht: {{reasons}}.",
  "foreseen.made": "Segment {{segment}}, Stand {{day}}",
  "health.title": "Gesundheit, und woraus sie besteht",
  "health.score": "Gesundheitswert",
  "health.band.green": "grün",
  "health.band.yellow": "gelb",
  "health.band.red": "rot",
  "health.band.none": "zu wenig bekannt",
  "health.part": "Teil",
  "health.value": "Wert",
  "health.points": "Punkte",
  "health.share": "Gewicht",
  "health.adds": "trägt bei",
  "health.made":
    "{{kind}}, Stand {{day}}; {{coverage}} der Gewichte sind bekannt. Punkte × Gewicht ergeben zusammen den Wert.",
  "health.kind.contract": "Kunde mit Vertrag",
  "health.kind.shop": "Käufer",
  "health.part.recency": "Tage seit dem letzten Kauf",
  "health.part.frequency": "Käufe in 12 Monaten",
  "health.part.returns": "Retourenanteil",
  "health.part.response": "Antwort auf Kampagnen",
  "health.part.usage_recency": "Tage seit der letzten Nutzung",
  "health.part.usage_trend": "Verlauf der Nutzung",
  "health.part.tenure": "Tage seit Vertragsbeginn",
  "health.part.pause": "pausierte Verträge",
  "health.part.nps": "NPS",
  "health.part.csat": "CSAT",
  "health.part.resolution": "Minuten bis zur Lösung",
  "way.title": "Der Weg durch die Segmente",
  "way.macro": "Makrosegment",
  "way.micro": "Mikrosegment",
  "way.own": "eigenes",
  "way.worth": "erwartet",
  "way.n": "n = {{n}} Monatsenden",
  "way.reading_one":
    "Jetzt in „{{segment}}“; „{{macro}}“ seit {{since}}. 1 Wechsel zwischen Makrosegmenten in {{months}} Monaten.",
  "way.reading_other":
    "Jetzt in „{{segment}}“; „{{macro}}“ seit {{since}}. {{moves}} Wechsel zwischen Makrosegmenten in {{months}} Monaten.",
};
