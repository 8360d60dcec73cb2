import type { FormulaName, FormulaQuery } from "@kundenwert/contract";
import { Text, TextInput, Title } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format.ts";
import type { FormulaInput } from "./formula-inputs.ts";

type Props = {
  name: FormulaName;
  inputs: readonly FormulaInput[];
  given: Required<FormulaQuery>;
  value: number | null;
  onChange: (changes: FormulaQuery) => void;
  example: ReactNode;
};

/** One formula: its inputs, the sum written out, and what kind of value it is. */
export function FormulaCard({ name, inputs, given, value, onChange, example }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const written = useWritten(inputs, given);
  return (
    <section className="kw-card kw-formula" aria-labelledby={`formula-${name}`}>
      <Title order={2} size="h5" id={`formula-${name}`}>
        {t(`formula.${name}`)}
      </Title>
      <Text size="sm" c="dimmed">
        {t(`formula.${name}.text`)}
      </Text>
      <div className="kw-formula-inputs">
        {inputs.map((input) => (
          <Field
            key={input}
            name={input}
            value={given[input]}
            onChange={(amount) => onChange({ [input]: amount })}
          />
        ))}
      </div>
      {example}
      <div role="status" className="kw-formula-result">
        <Text size="sm">{String(t(`formula.${name}.sum`, written as never))}</Text>
        <Text fz={24} fw={600}>
          {format.money(value)}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`formula.${name}.basis`)}
        </Text>
      </div>
    </section>
  );
}

const MONEY: readonly FormulaInput[] = [
  "orderValue",
  "fee",
  "annualRevenue",
  "acquisitionCost",
  "margin",
];
const RATES: readonly FormulaInput[] = ["retention", "discountRate"];

/** The inputs as they stand in the formula. */
function useWritten(inputs: readonly FormulaInput[], given: Required<FormulaQuery>) {
  const { money, precise, rate } = useFormat();
  const write = (input: FormulaInput) => {
    if (MONEY.includes(input)) return money(given[input]);
    return RATES.includes(input) ? rate(given[input]) : precise(given[input]);
  };
  return Object.fromEntries(inputs.map((input) => [input, write(input)])) as Record<string, string>;
}

type FieldProps = { name: FormulaInput; value: number; onChange: (value: number) => void };

/** Rates are typed in percent. What is not yet a number is kept in the field and changes nothing. */
function Field({ name, value, onChange }: FieldProps) {
  const { t } = useTranslation();
  const scale = RATES.includes(name) ? 100 : 1;
  const shown = Number((value * scale).toPrecision(12));
  const [text, setText] = useState(String(shown));
  useEffect(() => {
    setText((before) => (Number(before) === shown && before !== "" ? before : String(shown)));
  }, [shown]);
  const type = (typed: string) => {
    setText(typed);
    const amount = typed === "" ? Number.NaN : Number(typed) / scale;
    if (amount >= 0 && amount <= (scale === 100 ? 1 : 1e12)) onChange(amount);
  };
  return (
    <TextInput
      type="number"
      min={0}
      max={scale === 100 ? 100 : undefined}
      step="any"
      size="sm"
      label={t(`input.${name}`)}
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}
