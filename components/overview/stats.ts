import { readParts } from "@/components/directory/read-parts";
import { counted, numberText } from "@/lib/domain/number-text";
import type { Overview, Progress } from "@/lib/inventory/inventory";

/** One number of the overview as it is shown. */
export interface Stat {
  readonly label: string;
  /** Null while nothing can be said. */
  readonly value: string | null;
  readonly detail: string;
  readonly href: string;
}

interface Count {
  readonly label: string;
  readonly count: number;
  readonly detail: string;
  readonly href: string;
  /** "still-unread" goes down while sign-ins are read: before the end it says nothing. */
  readonly restsOn: "directory" | "sign-ins" | "still-unread";
}

function countsOf(overview: Overview): readonly Count[] {
  const { standings, externalMembers } = overview;
  const of = (
    label: string,
    count: number,
    detail: string,
    href: string,
    restsOn: Count["restsOn"] = "directory",
  ): Count => ({ label, count, detail, href, restsOn });
  return [
    of(
      "Guests",
      overview.guests,
      `and ${counted(externalMembers, "external member")}`,
      "/guests?type=guest",
    ),
    of("Active", standings.active, "signed in or new", "/guests?standing=active", "sign-ins"),
    of("Stale", standings.stale, "no sign-in for too long", "/guests?standing=stale", "sign-ins"),
    of(
      "Never signed in",
      standings["never-signed-in"],
      "accepted, but never signed in",
      "/guests?standing=never-signed-in",
      "sign-ins",
    ),
    of("Pending", standings.pending, "invited, not accepted", "/invitations"),
    of("Overdue", overview.overdue, "invitations pending too long", "/invitations?overdue=true"),
    of("Blocked", standings.blocked, "cannot sign in", "/guests?standing=blocked"),
    of(
      "Unknown",
      standings.unknown,
      "sign-ins not readable",
      "/guests?standing=unknown",
      "still-unread",
    ),
    of(
      "Without sponsor",
      overview.withoutSponsor,
      "no sponsor assigned",
      "/guests?sponsor=without",
    ),
  ];
}

/** The numbers of the overview. What is not read is never 0: it is not there yet, "so far", or unknown. */
export function statsOf(overview: Overview, progress: Progress): readonly Stat[] {
  const read = readParts(progress);
  const isUnreadable = progress.signIns === "unreadable";
  return countsOf(overview).map(({ label, count, detail, href, restsOn }) => {
    const isRead = restsOn === "directory" ? read.directory : read.signIns;
    const value = numberText(count);
    if (!isRead) {
      return count === 0 || restsOn === "still-unread"
        ? { label, href, value: null, detail: "Not read yet" }
        : { label, href, value, detail: "so far" };
    }
    if (isUnreadable && restsOn === "sign-ins") {
      return count === 0
        ? { label, href, value: "Unknown", detail: "sign-ins not readable" }
        : { label, href, value, detail: "at least: not all sign-ins were readable" };
    }
    return { label, href, value, detail };
  });
}
