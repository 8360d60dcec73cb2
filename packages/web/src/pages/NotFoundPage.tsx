import { IconMapOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../components/EmptyState.tsx";
import { LinkButton } from "../components/LinkButton.tsx";
import { Page } from "../components/Page.tsx";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("notFound.title")}>
      <EmptyState Icon={IconMapOff} title={t("notFound.title")} text={t("notFound.text")}>
        <LinkButton to="/">{t("nav.start")}</LinkButton>
      </EmptyState>
    </Page>
  );
}
