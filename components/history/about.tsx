"use client";

import { makeStyles } from "@fluentui/react-components";
import { guestOf, thingOf } from "@/components/entries/about-entry";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { SMALL_LINE } from "./small-line";

/** Whom or what an entry is about, by name. */
export function About({ row }: { readonly row: HistoryRow }) {
  const guest = guestOf(row);
  return guest === null ? (
    <PersonName name={thingOf(row)} />
  ) : (
    <PersonName name={guest.displayName} fallback={`Erased guest ${guest.id}`} />
  );
}

const useStyles = makeStyles({
  mail: { ...SMALL_LINE, overflowWrap: "anywhere" },
});

/** The mail of the guest an entry is about, which tells guests of the same name apart; nothing where there is none. */
export function MailOf({ row }: { readonly row: HistoryRow }) {
  const styles = useStyles();
  const mail = guestOf(row)?.mail ?? null;
  return mail === null ? null : (
    <span className={styles.mail}>
      <PersonName name={mail} />
    </span>
  );
}
