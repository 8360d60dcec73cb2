import { Stack, Text } from "@mantine/core";
import {
  IconArrowsSplit,
  IconBellRinging,
  IconBook2,
  IconBookmark,
  IconChartHistogram,
  IconChartTreemap,
  IconCoins,
  IconFileImport,
  IconFlag,
  IconGauge,
  IconGridDots,
  IconHome2,
  IconMathFunction,
  IconMessage2,
  IconRefresh,
  IconSettings,
  IconStethoscope,
  IconTriangle,
  IconUsers,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Pages by the question they answer. A group grows; a new kind of question gets a group. */
const GROUPS = [
  {
    title: "nav.value",
    pages: [
      { to: "/", label: "nav.start", Icon: IconHome2 },
      { to: "/equity", label: "nav.equity", Icon: IconCoins },
      { to: "/customers", label: "nav.customers", Icon: IconUsers },
      { to: "/views", label: "nav.views", Icon: IconBookmark },
    ],
  },
  {
    title: "nav.figureGroup",
    pages: [
      { to: "/figures", label: "nav.figures", Icon: IconGauge },
      { to: "/cohorts", label: "nav.cohorts", Icon: IconTriangle },
      { to: "/recurring", label: "nav.recurring", Icon: IconRefresh },
      { to: "/feedback", label: "nav.feedback", Icon: IconMessage2 },
      { to: "/calculator", label: "nav.calculator", Icon: IconMathFunction },
      { to: "/glossary", label: "nav.glossary", Icon: IconBook2 },
    ],
  },
  {
    title: "nav.segmentGroup",
    pages: [
      { to: "/warnings", label: "nav.warnings", Icon: IconBellRinging },
      { to: "/segments", label: "nav.segments", Icon: IconChartTreemap },
      { to: "/flows", label: "nav.flows", Icon: IconArrowsSplit },
      { to: "/transitions", label: "nav.transitions", Icon: IconGridDots },
    ],
  },
  {
    title: "nav.trust",
    pages: [
      { to: "/backtest", label: "nav.backtest", Icon: IconChartHistogram },
      { to: "/doctor", label: "nav.doctor", Icon: IconStethoscope },
    ],
  },
  {
    title: "nav.data",
    pages: [
      { to: "/import", label: "nav.import", Icon: IconFileImport },
      { to: "/events", label: "nav.events", Icon: IconFlag },
      { to: "/settings", label: "nav.settings", Icon: IconSettings },
    ],
  },
] as const;

export function Navigation({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("nav.label")}>
      <Stack gap="lg">
        {GROUPS.map(({ title, pages }) => (
          <div key={title}>
            <Text size="xs" c="dimmed" fw={600} px="sm" pb={4}>
              {t(title)}
            </Text>
            <ul className="kw-nav">
              {pages.map(({ to, label, Icon }) => (
                <li key={to}>
                  <Link to={to} onClick={onChoose} activeOptions={{ exact: to === "/" }}>
                    <Icon size={18} stroke={1.6} aria-hidden />
                    {t(label)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Stack>
    </nav>
  );
}
