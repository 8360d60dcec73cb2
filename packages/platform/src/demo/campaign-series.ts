/** Whom a campaign addresses, as far as the shop can know at its start. */
export type Audience = {
  readonly text: string;
  readonly needsConsent: boolean;
  readonly fewestOrders: number;
  readonly mostOrders: number;
  /** Days since the last order. */
  readonly quietFrom: number;
  readonly quietTo: number;
  /** Numbers of categories of which one must have been bought; empty for no condition. */
  readonly categories: readonly number[];
};

/** Campaigns that share their control group. */
export type Series = {
  readonly name: string;
  readonly channel: "E-Mail" | "Brief";
  readonly audience: Audience;
  readonly controlShare: number;
  /** Additional orders a treated customer places within the window, before personal factors. */
  readonly uplift: number;
  /** Factor on the uplift for those who have left; their order wins them back if `revives`. */
  readonly leftFactor: number;
  readonly revives: boolean;
  readonly contactCost: number;
  readonly fixedCost: number;
  /** Month and day, name and discount in percent of each year's campaigns. */
  readonly dates: readonly (readonly [monthDay: string, name: string, discount: number])[];
};

const anyone = { fewestOrders: 1, mostOrders: Number.MAX_SAFE_INTEGER, categories: [] };
const email = { channel: "E-Mail", contactCost: 2, fixedCost: 15_000 } as const;
const letter = { channel: "Brief", contactCost: 92, fixedCost: 40_000 } as const;

/** The campaign series of the shop. */
export const campaignSeries: readonly Series[] = [
  {
    ...email,
    name: "Saison",
    audience: {
      ...anyone,
      text: "Kauf in 540 Tagen",
      needsConsent: true,
      quietFrom: 1,
      quietTo: 540,
    },
    controlShare: 0.15,
    uplift: 0.06,
    leftFactor: 0.08,
    revives: false,
    dates: [
      ["03-05", "Frühlingsaktion", 10],
      ["06-10", "Sommer-Sale", 15],
      ["09-08", "Herbstneuheiten", 0],
      ["11-20", "Black Week", 20],
    ],
  },
  {
    ...email,
    name: "Zweitkauf",
    audience: {
      ...anyone,
      text: "Genau ein Kauf vor 20 bis 110 Tagen",
      needsConsent: true,
      mostOrders: 1,
      quietFrom: 20,
      quietTo: 110,
    },
    controlShare: 0.3,
    uplift: 0.08,
    leftFactor: 0.1,
    revives: false,
    dates: [
      ["01-18", "Zweitkauf Winter", 10],
      ["04-18", "Zweitkauf Frühjahr", 10],
      ["07-18", "Zweitkauf Sommer", 10],
      ["10-02", "Zweitkauf Herbst", 10],
    ],
  },
  {
    ...letter,
    name: "Rückgewinnung",
    audience: {
      ...anyone,
      text: "Kein Kauf seit 240 bis 600 Tagen",
      needsConsent: false,
      quietFrom: 240,
      quietTo: 600,
    },
    controlShare: 0.2,
    uplift: 0.045,
    leftFactor: 0.6,
    revives: true,
    dates: [
      ["02-12", "Wir vermissen Sie (Winter)", 20],
      ["08-20", "Wir vermissen Sie (Sommer)", 20],
    ],
  },
  {
    ...email,
    name: "Mode",
    audience: {
      ...anyone,
      text: "Mode oder Schuhe gekauft, letzter Kauf in 365 Tagen",
      needsConsent: true,
      quietFrom: 1,
      quietTo: 365,
      categories: [0, 1],
    },
    controlShare: 0.25,
    uplift: 0.07,
    leftFactor: 0.05,
    revives: false,
    dates: [
      ["04-08", "Modefrühling", 10],
      ["10-01", "Modeherbst", 10],
    ],
  },
  {
    ...letter,
    name: "Stammkunden",
    audience: {
      ...anyone,
      text: "Mindestens vier Käufe, letzter in 365 Tagen",
      needsConsent: false,
      fewestOrders: 4,
      quietFrom: 1,
      quietTo: 365,
    },
    controlShare: 0.3,
    // They come anyway: an expensive letter that changes almost nothing.
    uplift: 0.004,
    leftFactor: 0,
    revives: false,
    dates: [["05-06", "Dankeschön für Stammkunden", 15]],
  },
];
