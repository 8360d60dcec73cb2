import type { Doctor, DoctorFinding } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { doctorQuery } from "../../api/queries.ts";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { useFormat } from "../../i18n/format.ts";
import { Finding } from "./Finding.tsx";
import { Ledger } from "./Ledger.tsx";

const ORDER = ["problem", "warning", "info"];

/** What the data are like, and what was netted, merged or left out. */
export function DoctorPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.doctor")} intro={t("doctor.intro")}>
      <WhenValued orFigures>
        <Report />
      </WhenValued>
    </Page>
  );
}

function Report() {
  const query = useQuery(doctorQuery);
  return <QueryView query={query}>{(doctor) => <Findings doctor={doctor} />}</QueryView>;
}

function Findings({ doctor }: { doctor: Doctor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const findings = [...doctor.findings].sort(bySeverity);
  const csv = {
    columns: ["code", "severity", "count", "share", "amount"].map((label) => ({ label })),
    rows: findings.map(({ code, severity, count, share, amount }) => [
      code,
      severity,
      count,
      share,
      amount,
    ]),
  };
  return (
    <>
      <div className="kw-card kw-figures kw-above">
        <KeyFigure label={t("doctor.rows")} value={format.count(doctor.rows)} />
        <KeyFigure label={t("doctor.customers")} value={format.count(doctor.customers)} />
        <KeyFigure label={t("doctor.first")} value={format.day(doctor.firstDay)} />
        <KeyFigure label={t("doctor.last")} value={format.day(doctor.lastDay)} />
        <KeyFigure label={t("doctor.findings")} value={format.count(findings.length)} />
      </div>
      <Text size="sm" c="dimmed" mb="sm">
        {t("doctor.files")} <TableFiles table={csv} fileName={`kundenwert-doctor-${doctor.asOf}`} />
      </Text>
      <div className="kw-findings">
        {findings.map((finding) => (
          <Finding key={finding.code} finding={finding} />
        ))}
      </div>
      <Ledger tables={doctor.tables} />
    </>
  );
}

function bySeverity(a: DoctorFinding, b: DoctorFinding): number {
  return ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.count - a.count;
}
