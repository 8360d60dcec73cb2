/**
 * The numbers the simulation is made with, beside those of categories, channels and campaigns.
 * Probabilities and factors are plain shares, times are days, money is cents, rates are per year.
 */
export const parameters = {
  demand: {
    /** By month, January first. */
    months: [0.95, 0.88, 0.98, 1, 0.98, 0.93, 0.82, 0.82, 0.97, 1.05, 1.2, 1.25],
    /** By weekday, Sunday first. */
    weekdays: [1.14, 1.1, 1.02, 0.98, 1, 0.92, 0.84],
    /** Factors on top for days from (MM-DD) to, both included. */
    peaks: [
      { from: "01-01", to: "01-01", factor: 0.5 },
      { from: "01-02", to: "01-10", factor: 1.1 },
      { from: "11-22", to: "11-30", factor: 1.5 },
      { from: "12-01", to: "12-18", factor: 1.35 },
      { from: "12-19", to: "12-23", factor: 0.8 },
      { from: "12-24", to: "12-26", factor: 0.35 },
    ],
  },
  acquisition: {
    yearlyGrowth: 0.22,
    /** Shape of the gamma noise from day to day. */
    dayShape: 12,
    costShape: 6,
    yearlyCostGrowth: 0.06,
    autumnCostFactor: 1.15,
    firstOrderSameDay: 0.88,
    firstOrderDelay: 9,
    referrerCandidates: 4,
    welcomeDiscount: 10,
  },
  people: {
    ageDeviation: 12,
    birthYearUnknown: 0.07,
    /** weiblich, männlich, divers, not given. */
    genders: [0.54, 0.41, 0.005, 0.045],
    businessRateFactor: 1.5,
    businessExtraPieces: 2,
  },
  purchase: {
    ratePerYear: 2.3,
    rateShape: 0.85,
    /** Mean probability of a further line; a beta number a customer keeps. */
    furtherLine: 0.33,
    furtherLineSpread: 0.2,
    primaryCategory: 0.52,
    secondaryCategory: 0.22,
    categoryMove: 0.07,
    priceSensitiveShare: 0.35,
    yearlyPriceRise: 0.03,
    marketplaceFee: 0.11,
    cancelled: 0.015,
  },
  leaving: {
    /** Log-odds of leaving after the first, second and every later natural order. */
    afterOrder: [0.12, -1.2, -2.1],
    satisfactionSlope: 1.4,
    soonest: 5,
    meanDelay: 25,
  },
  service: {
    late: 0.06,
    lateInDecember: 0.14,
    defect: 0.03,
    question: 0.035,
    ticketWhenLate: 0.45,
    ticketWhenDefect: 0.75,
    /** gelöst, Kulanz, ungelöst. */
    outcomes: [0.74, 0.11, 0.15],
    /** Mean minutes to the first answer. */
    firstResponse: { Telefon: 2, Chat: 6, "E-Mail": 420 },
    /** Share of tickets that others have to settle, and how long that takes them. */
    secondLine: 0.3,
    secondLineDays: 1.5,
  },
  satisfaction: {
    deviation: 0.65,
    memory: 0.75,
    good: 0.12,
    late: -0.55,
    defect: -0.6,
    returned: -0.2,
    outcomes: [0.3, 0.45, -1.1],
  },
  returns: {
    tendencyShape: 4,
    cap: 0.85,
    businessFactor: 0.4,
    storeFactor: 0.35,
    wholeLine: 0.85,
    soonest: 3,
    latest: 40,
    meanDelay: 14,
    handlingCost: 420,
  },
  feedback: {
    npsShare: 0.12,
    npsMean: 8.15,
    npsSlope: 1.4,
    npsNoise: 1.1,
    /** Some answer in anger: an exponential number of points less. */
    angryShare: 0.06,
    angryPoints: 3.5,
    npsComment: 0.35,
    csatShare: 0.4,
    csatMeans: [4.3, 4.1, 1.9],
    reviewShare: 0.05,
    reviewMean: 4.2,
  },
  usage: {
    /** Sessions without an order, a year: base + perOrder x purchase rate. */
    sessionBase: 0.6,
    sessionPerOrder: 0.9,
    afterLeaving: 0.1,
    newsletterOpened: 0.24,
    newsletterOpenedAfterLeaving: 0.05,
    newsletterClicked: 0.16,
  },
  campaigns: {
    /** Days in which an order counts as an answer. */
    window: 28,
    /** Mean days from contact to the order it brings about. */
    meanAnswerDelay: 5,
    /** Probability that a treated customer uses the voucher on an order of the window they would have placed anyway. */
    windfall: 0.5,
    /** Factors on a campaign's uplift. */
    sensitiveFactor: 1.5,
    insensitiveFactor: 0.73,
    lapsingAfter: 180,
    lapsingFactor: 0.6,
  },
} as const;
