import { made, type Preset } from "./preset.ts";

/** Every currency that the bank has ever quoted. */
const CURRENCIES = (
  "USD JPY BGN CYP CZK DKK EEK GBP HUF LTL LVL MTL PLN ROL RON SEK SIT SKK CHF ISK NOK HRK RUB " +
  "TRL TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP SGD THB ZAR"
).split(" ");

/** European Central Bank, eurofxref-hist.csv: a row a day, a column a currency, units per euro. */
export const ECB: Preset = {
  name: "ecb",
  kind: "csv",
  table: "exchange_rates",
  header: ["date", "usd", "jpy", "gbp", "chf"],
  decimal: "point",
  roles: ["day", "currency", "rate", "base"],
  open: () => ({
    take(row) {
      const quoted = CURRENCIES.filter((currency) => !["", "N/A"].includes(row.text(currency)));
      return quoted.map((currency) =>
        made(row, { day: row.text("Date"), currency, rate: row.text(currency), base: "EUR" }),
      );
    },
  }),
};
