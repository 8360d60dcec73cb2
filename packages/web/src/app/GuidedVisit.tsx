import { Button, CloseButton, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { overviewQuery } from "../api/queries.ts";
import type { Tour } from "./use-tour.ts";

/** Where each step takes place. */
const STEPS = [
  { name: "shop", to: "/" },
  { name: "equity", to: "/equity" },
  { name: "customers", to: "/customers" },
  { name: "warnings", to: "/warnings" },
  { name: "trust", to: "/backtest" },
  { name: "own", to: "/import" },
] as const;

/** A few steps through the dashboard; it stands beside the pages and locks nothing, as a dialog element would. */
export function GuidedVisit({ tour: { step = 0, go, end } }: { tour: Tour }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useQuery(overviewQuery);
  const [titleId, textId] = [useId(), useId()];
  const heading = useRef<HTMLHeadingElement>(null);
  const { name } = STEPS[step] ?? STEPS[0];
  const isLast = step === STEPS.length - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read out
  useEffect(() => heading.current?.focus(), [step]);
  const show = (next: number) => {
    go(next);
    void navigate({ to: STEPS[next]?.to ?? "/" });
  };
  const text = name === "shop" && !data?.isDemo ? t("tour.shop.own") : t(`tour.${name}.text`);
  return (
    <section
      role="dialog"
      className="kw-card kw-tour"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onKeyDown={({ key }) => key === "Escape" && end()}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h4" id={titleId} ref={heading} tabIndex={-1}>
          {t(`tour.${name}`)}
        </Title>
        <CloseButton aria-label={t("tour.end")} onClick={end} />
      </Group>
      <Text size="sm" mt={4} mb="sm" id={textId}>
        {text}
      </Text>
      <Group justify="space-between" gap="sm">
        <Text size="xs" c="dimmed">
          {t("tour.step", { step: step + 1, steps: STEPS.length })}
        </Text>
        <Group gap="xs">
          {step > 0 && (
            <Button size="xs" variant="default" onClick={() => show(step - 1)}>
              {t("tour.back")}
            </Button>
          )}
          <Button size="xs" onClick={() => (isLast ? end() : show(step + 1))}>
            {t(isLast ? "tour.done" : "tour.next")}
          </Button>
        </Group>
      </Group>
    </section>
  );
}
