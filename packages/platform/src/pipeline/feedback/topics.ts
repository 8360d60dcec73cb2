import type { FeedbackTopicSetting } from "../../workspace/feedback-settings.ts";

/** What feedback can be about; a star in its words stands for any letters. */
export type FeedbackTopic = FeedbackTopicSetting;

/** A dictionary of one's own for a topic takes the place of the built-in one of the same name. */
export function topicsOf(own: readonly FeedbackTopicSetting[]): readonly FeedbackTopic[] {
  const named = new Map([...BUILT_IN, ...own].map((topic) => [topic.topic, topic]));
  return [...named.values()];
}

const BUILT_IN: readonly FeedbackTopic[] = [
  {
    topic: "delivery",
    de: "Lieferung",
    en: "Delivery",
    words: [
      ...["liefer*", "geliefert", "*lieferung", "versand*", "paket*", "zustell*", "zugestellt"],
      ...["spediteur*", "dhl", "hermes", "deliver*", "shipping", "shipment*", "shipped", "parcel*"],
      ...["courier*", "arrived late", "tracking"],
    ],
  },
  {
    topic: "packaging",
    de: "Verpackung",
    en: "Packaging",
    words: ["verpack*", "umverpack*", "karton*", "packag*", "cardboard", "wrapped", "wrapping"],
  },
  {
    topic: "price",
    de: "Preis",
    en: "Price",
    words: [
      ...["preis*", "teuer*", "teurer", "überteuert*", "kosten", "billiger", "günstig*", "rabatt*"],
      ...["price*", "pricing", "pricey", "expensive", "overpriced", "cheap", "cheaper", "cost"],
      ...["costs", "discount*", "value for money"],
    ],
  },
  {
    topic: "quality",
    de: "Qualität",
    en: "Quality",
    words: [
      ...["qualität*", "*qualität", "hochwertig*", "minderwertig*", "material*", "verarbeit*"],
      ...["kaputt*", "defekt*", "beschädigt*", "wirkt billig", "quality", "broken", "broke"],
      ...["defective", "faulty", "damaged", "durable", "flimsy", "fell apart"],
    ],
  },
  {
    topic: "assortment",
    de: "Sortiment und Beschreibung",
    en: "Range and description",
    words: [
      ...["auswahl", "sortiment*", "größe", "größenangabe*", "beschreibung*", "beschrieben"],
      ...["anleitung*", "farbe*", "als auf dem bild", "fällt anders aus", "falscher artikel"],
      ...["ausverkauft", "selection", "range", "size", "sizing", "description", "as described"],
      ...["manual", "instructions", "colour", "color", "wrong item", "out of stock"],
    ],
  },
  {
    topic: "service",
    de: "Service",
    en: "Service",
    words: [
      ...["service", "kundenservice*", "kundendienst*", "hotline*", "beratung*", "support*"],
      ...["mitarbeiter*", "antwort", "standardantwort*", "rückruf*", "telefon*", "nachfrage*"],
      ...["customer care", "staff", "agent*", "call back", "callback", "response time", "reply"],
      ...["waiting time", "on hold"],
    ],
  },
  {
    topic: "returns",
    de: "Rückgabe und Umtausch",
    en: "Returns and refunds",
    words: [
      ...["retour*", "rücksend*", "rückgabe*", "zurückgeschickt", "umtausch*", "umgetauscht"],
      ...["erstatt*", "rückerstatt*", "garantie*", "reklam*", "return", "returns", "returned"],
      ...["returning", "refund*", "exchange*", "warranty", "sent back", "sending back"],
    ],
  },
  {
    topic: "app",
    de: "App und Website",
    en: "App and website",
    words: [
      ...["app", "apps", "website*", "webseite*", "webshop*", "onlineshop*", "homepage", "login*"],
      ...["anmelden", "passwort*", "stürzt", "abgestürzt", "ladezeit*", "bedienung", "web site"],
      ...["password*", "log in", "checkout", "crash", "crashes", "crashed", "loading", "bug"],
      ...["bugs", "usability"],
    ],
  },
  {
    topic: "billing",
    de: "Rechnung und Zahlung",
    en: "Billing and payment",
    words: [
      ...["rechnung*", "abrechn*", "abgebucht", "abbuch*", "mahnung*", "zahlung*", "bezahlung*"],
      ...["lastschrift*", "kreditkarte*", "paypal", "gutschrift*", "gebühr*", "invoice*"],
      ...["billing", "billed", "bill", "payment*", "charged", "charge", "fee", "fees"],
      ...["credit card", "reminder"],
    ],
  },
  {
    topic: "contract",
    de: "Vertrag und Kündigung",
    en: "Contract and cancellation",
    words: [
      ...["vertrag*", "kündig*", "gekündigt", "laufzeit*", "tarif*", "abo", "abos", "abonnement*"],
      ...["contract*", "cancel", "cancelled", "canceled", "cancellation*", "subscription*"],
      ...["renewal*", "plan", "plans"],
    ],
  },
];
