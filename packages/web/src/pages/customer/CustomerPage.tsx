import type { CustomerDetail } from "@kundenwert/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { customerQuery } from "../../api/queries.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { Feedback } from "./Feedback.tsx";
import { Health } from "./Health.tsx";
import { History } from "./History.tsx";
import { NextPurchase } from "./NextPurchase.tsx";
import { Reasons } from "./Reasons.tsx";
import { SegmentWay } from "./SegmentWay.tsx";
import { Stages } from "./Stages.tsx";
import { Consents, Referred } from "./Standing.tsx";
import { Timeline } from "./Timeline.tsx";
import { ValueByHorizon } from "./ValueByHorizon.tsx";
import { Warnings } from "./Warnings.tsx";
import { Who } from "./Who.tsx";
import { Worth } from "./Worth.tsx";

/** One customer: what it is worth, why, who it is, and what happened over all channels. */
export function CustomerPage() {
  const { t } = useTranslation();
  const { customerId } = useParams({ from: "/customers/$customerId" });
  return (
    <>
      <TextLink to="/customers" size="sm">
        {t("customer.back")}
      </TextLink>
      <Page title={t("customer.title", { id: customerId })}>
        <WhenValued>
          <Customer id={customerId} />
        </WhenValued>
      </Page>
    </>
  );
}

function Customer({ id }: { id: string }) {
  const query = useQuery(customerQuery(id));
  return <QueryView query={query}>{(detail) => <Detail detail={detail} />}</QueryView>;
}

function Detail({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const isValued = detail.values.length > 0;
  return (
    <>
      {isValued ? (
        <Worth detail={detail} />
      ) : (
        <Notice severity="info" title={t("who.noValue")}>
          {t("who.noValue.text")}
        </Notice>
      )}
      <div className="kw-columns">
        <Reasons detail={detail} />
        <NextPurchase detail={detail} />
        {isValued && <Warnings detail={detail} />}
        <Health detail={detail} />
        <Who detail={detail} />
        <Consents detail={detail} />
        <Referred detail={detail} />
        <Stages detail={detail} />
        <Feedback detail={detail} />
      </div>
      {isValued && <ValueByHorizon values={detail.values} />}
      {isValued && <SegmentWay detail={detail} />}
      <Timeline detail={detail} />
      {detail.history.length > 0 && <History detail={detail} />}
    </>
  );
}
