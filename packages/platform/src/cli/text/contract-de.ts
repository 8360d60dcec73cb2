import type { ContractTexts } from "./contract-en.ts";

/** Was die Befehlszeile über Verträge sagt, auf Deutsch. */
export const contractSteps: Readonly<Record<string, string>> = {
  subscription_phase: "Stände von Verträgen und die Tage, an denen sie galten",
  contract: "Verträge und was sie gezahlt haben",
  contract_fits: "Modelle der Abwanderung anpassen",
  calibration_contract: "Backtest: Verträge, die am Stichtag bekannt waren",
  calibration_contract_fits: "Backtest: Modelle der Abwanderung am Stichtag",
  calibration_contract_score: "Backtest: Vorhersage der Abwanderung",
  contract_prediction: "Backtest: Verträge neben dem, was kam",
  contract_backtest: "Backtest: Urteil über die Methoden für Verträge",
  contract_score: "Abwanderung vorhersagen",
  contract_value: "Verträge bewerten",
  order_value: "Bestellungen bewerten",
  customer_value_part: "Wert nach Verträgen und Bestellungen",
};

export const contractTexts: ContractTexts = {
  methods: {
    sbg: "sBG",
    bdw: "BdW",
    "churn-rate": "feste Abwanderungsrate",
    "fee-months": "Entgelt × mittlere Monate",
    "everyone-stays": "alle bleiben",
  },
  title: (running, ended, fees) =>
    `Verträge: ${running} laufen und zahlen ${fees} im Monat, ${ended} sind beendet`,
  caption: (n) =>
    `${n.contracts} Verträge, die am ${n.calibrationEnd} liefen; vorhergesagt bis ${n.holdoutEnd}: ${n.lost} endeten, ${n.months} Monate kamen, ${n.revenue}`,
  tooLittle:
    "Die Historie ist zu kurz, um Methoden für Verträge zu vergleichen: nötig sind 4 Monate mit bekannten Vertragsenden sowie 50 Verträge und 10 Enden vor dem zurückgehaltenen Zeitraum.",
  target: { months: "Monate unter Vertrag", revenue: "Entgelte" },
  likelihood: "Log-Likelihood",
  reading: (n) =>
    `${n.winner} hat die kleinste Poisson-Devianz für Monate: ${n.difference} gegenüber ${n.runnerUp} (95-%-Intervall ${n.low} bis ${n.high}).`,
  observed: (day) =>
    `Vor dem ${day} ist kein Vertragsende bekannt, obwohl viele Verlängerungen fällig waren: Die Modelle lassen früher begonnene Verträge aus.`,
  left: {
    ends_before_start: (n) => `${n} Phasen enden vor ihrem Beginn und bleiben außen vor`,
    other_currency: (n) => `${n} Phasen sind in anderer Währung und bleiben außen vor`,
    without_customer: (n) => `${n} Phasen nennen keinen Kunden und bleiben außen vor`,
    overlapped: (n) => `${n} Verträge haben Phasen, die sich überlappen: Es gilt die spätere`,
    with_gap: (n) => `${n} Verträge haben Lücken von weniger als 31 Tagen; sie sind kostenfrei`,
    without_fee: (n) => `${n} Phasen haben kein Entgelt und bringen nichts`,
  },
};
