"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  DeleteRegular,
  HistoryRegular,
  HomeRegular,
  MailRegular,
  PeopleRegular,
  SettingsRegular,
} from "@fluentui/react-icons";
import Link from "next/link";
import { usePathname } from "next/navigation";

const places = [
  { href: "/", name: "Overview", Icon: HomeRegular },
  { href: "/guests", name: "Guests", Icon: PeopleRegular },
  { href: "/invitations", name: "Invitations", Icon: MailRegular },
  { href: "/deleted", name: "Deleted", Icon: DeleteRegular },
  { href: "/history", name: "History", Icon: HistoryRegular },
  { href: "/settings", name: "Settings", Icon: SettingsRegular },
] as const;

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: tokens.spacingHorizontalS,
    display: "flex",
    flexDirection: "column",
    gap: "2px",
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

/** The places of the console. */
export function Navigation() {
  const styles = useStyles();
  const path = usePathname();
  return (
    <nav aria-label="Guestlist">
      <ul className={styles.list}>
        {places.map(({ href, name, Icon }) => {
          const here = path === href || (href !== "/" && path.startsWith(`${href}/`));
          return (
            <li key={href}>
              <Link
                href={href}
                className={mergeClasses(styles.link, here && styles.here)}
                aria-current={here ? "page" : undefined}
              >
                <span className={styles.icon} aria-hidden="true">
                  <Icon />
                </span>
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
