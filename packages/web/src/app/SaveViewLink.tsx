import { ActionIcon } from "@mantine/core";
import { IconBookmarkPlus } from "@tabler/icons-react";
import { createLink, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

const IconLink = createLink(ActionIcon<"a">);

/** The way to give the page that is looked at, with its filters, a name. */
export function SaveViewLink() {
  const { t } = useTranslation();
  const { href, pathname } = useLocation();
  if (pathname === "/views") return null;
  const label = t("views.save.title");
  return (
    <IconLink
      component="a"
      to="/views"
      search={{ from: href }}
      variant="default"
      size={30}
      aria-label={label}
      title={label}
    >
      <IconBookmarkPlus size={17} stroke={1.7} aria-hidden />
    </IconLink>
  );
}
