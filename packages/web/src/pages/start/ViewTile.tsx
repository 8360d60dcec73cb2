import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { savedViewsQuery } from "../../api/queries.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ViewLink } from "../views/ViewRow.tsx";

/** The ways to the views that were saved. */
export function ViewTile() {
  const { t } = useTranslation();
  const query = useQuery(savedViewsQuery);
  const all = (
    <LinkButton to="/views" variant="default" size="xs">
      {t("views.manage")}
    </LinkButton>
  );
  return (
    <div className="kw-above">
      <Panel title={t("nav.views")} actions={all}>
        <QueryView query={query} height={60}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t("views.none")}</Text>
            ) : (
              <ul className="kw-view-links">
                {items.map((view) => (
                  <li key={view.id}>
                    <ViewLink view={view} />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </Panel>
    </div>
  );
}
