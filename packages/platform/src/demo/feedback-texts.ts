/** What people write, by mood: 0 is unhappy, 1 lukewarm, 2 happy. All invented. */
export const shopComments: readonly (readonly string[])[] = [
  [
    "Lieferung kam viel zu spät, auf Nachfrage nur Standardantworten.",
    "Seit zwei Wochen warte ich auf eine Antwort vom Kundenservice.",
    "Rücksendung war umständlich, das Geld kam erst nach Mahnung.",
    "Hotline dauernd besetzt, so macht das keinen Spaß.",
    "Zum zweiten Mal ein beschädigtes Paket.",
    "Früher war der Service besser. Schade.",
    "Falscher Artikel geliefert, Umtausch hat ewig gedauert.",
    "Preise gestiegen, Leistung gesunken.",
  ],
  [
    "Ganz ordentlich, aber der Versand könnte schneller sein.",
    "Auswahl gut, Verpackung übertrieben.",
    "Ware in Ordnung, die App stürzt manchmal ab.",
    "Passt, nichts Besonderes.",
    "Bei der Größenangabe bitte nachbessern.",
    "Lieferung kam pünktlich, Beratung am Telefon war kurz angebunden.",
    "Preis und Leistung stimmen so halbwegs.",
  ],
  [
    "Schnelle Lieferung, alles bestens!",
    "Sehr freundliche Beratung am Telefon, gerne wieder.",
    "Tolle Auswahl und faire Preise.",
    "Problem wurde am selben Tag gelöst. Vorbildlich!",
    "Bestelle hier seit Langem und bin immer zufrieden.",
    "Umtausch völlig unkompliziert.",
    "Schön verpackt, kam einen Tag früher als angekündigt.",
    "Habe den Shop schon mehrfach weiterempfohlen.",
  ],
];

/** What people write about a product, by mood as above. */
export const productComments: readonly (readonly string[])[] = [
  [
    "Leider schon nach kurzer Zeit kaputt.",
    "Entspricht nicht der Beschreibung.",
    "Material wirkt billig, habe mehr erwartet.",
    "Farbe ganz anders als auf dem Bild.",
    "Für den Preis enttäuschend.",
  ],
  [
    "Erfüllt seinen Zweck.",
    "Ganz nett, aber etwas kleiner als gedacht.",
    "Qualität okay, Anleitung fehlt.",
    "Für den Preis in Ordnung.",
    "Fällt anders aus als erwartet, lässt sich aber gebrauchen.",
  ],
  [
    "Genau wie beschrieben, sehr zufrieden.",
    "Tolle Qualität, würde ich wieder kaufen.",
    "Ein schönes Geschenk, kam sehr gut an.",
    "Macht einen hochwertigen Eindruck.",
    "Bin begeistert!",
    "Täglich im Einsatz, klare Empfehlung.",
  ],
];
