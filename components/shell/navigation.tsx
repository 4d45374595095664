"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ClipboardTaskListLtrRegular,
  DeleteRegular,
  type FluentIcon,
  HistoryRegular,
  HomeRegular,
  MailRegular,
  PeopleCheckmarkRegular,
  PeopleRegular,
  SettingsRegular,
  TargetRegular,
} from "@fluentui/react-icons";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { PageLink } from "@/components/ui/page-link";
import { PLACE_GROUPS, type PlaceHref } from "./places";

const ICONS: Readonly<Record<PlaceHref, FluentIcon>> = {
  "/": HomeRegular,
  "/guests": PeopleRegular,
  "/invitations": MailRegular,
  "/deleted": DeleteRegular,
  "/reviews": ClipboardTaskListLtrRegular,
  "/reviews/mine": PeopleCheckmarkRegular,
  "/reviews/coverage": TargetRegular,
  "/history": HistoryRegular,
  "/settings": SettingsRegular,
};

const MineBadge = dynamic(() => import("./mine-badge").then(({ MineBadge }) => MineBadge), {
  ssr: false,
});

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    display: "flex",
    flexDirection: "column",
    gap: "2px",
  },
  group: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  link: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: "36px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground2Hover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground2Selected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::before": {
      content: '""',
      position: "absolute",
      left: 0,
      top: "8px",
      bottom: "8px",
      width: "3px",
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  icon: { display: "flex", fontSize: "20px" },
});

/** The place that a path belongs to: one place can lie below another. */
function placeOf(path: string): string | undefined {
  return PLACE_GROUPS.flatMap(({ places }) => places.map(({ href }) => href))
    .filter((href) => path === href || (href !== "/" && path.startsWith(`${href}/`)))
    .sort((one, other) => other.length - one.length)[0];
}

/** The places of the console. */
export function Navigation() {
  const styles = useStyles();
  const place = placeOf(usePathname());
  return (
    <nav aria-label="Guestlist">
      {PLACE_GROUPS.map(({ name: group, places }) => (
        <Fragment key={places[0]?.href}>
          {group !== null && <h2 className={styles.group}>{group}</h2>}
          <ul className={styles.list} {...(group !== null && { "aria-label": group })}>
            {places.map(({ href, name }) => {
              const Icon = ICONS[href];
              const here = href === place;
              return (
                <li key={href}>
                  <PageLink
                    href={href}
                    className={mergeClasses(styles.link, here && styles.here)}
                    aria-current={here ? "page" : undefined}
                  >
                    <span className={styles.icon} aria-hidden="true">
                      <Icon />
                    </span>
                    {name}
                    {href === "/reviews/mine" && <MineBadge />}
                  </PageLink>
                </li>
              );
            })}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}
