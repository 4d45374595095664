"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { useGuests, useProgress } from "@/lib/inventory/use-inventory";
import { ColumnChoice } from "./column-choice";
import { ExportGuests } from "./export-guests";
import { GUEST_COLUMNS } from "./guest-columns";
import { SearchText } from "@/components/list/search-text";
import { FacetFilters, StandingFilter } from "./guest-filters";
import { GuestWorkspace } from "./guest-workspace";
import { ReadingProgress } from "@/components/directory/reading-progress";
import { SignInsBanner } from "@/components/directory/sign-ins-banner";
import { narrows, useGuestQuery } from "./use-guest-query";

const OFFERS = ["keep", "block", "unblock", "remove", "resend"] as const;

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
  },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
});

/** Every guest of the tenant: find them, see why they stand where they stand, and decide. */
export function GuestsPage() {
  const styles = useStyles();
  const progress = useProgress();
  const { query, openGuest, change } = useGuestQuery();
  const guests = useGuests(query);
  const total = guests.answer?.total ?? 0;
  const [hidden, setHidden] = useState<readonly string[]>(["type"]);
  const facets = guests.answer?.facets;
  return (
    <div className={styles.page}>
      <PageHeader
        title="Guests"
        actions={
          <>
            <ColumnChoice columns={GUEST_COLUMNS} hidden={hidden} onChange={setHidden} />
            <ExportGuests columns={GUEST_COLUMNS} query={query} total={total} />
          </>
        }
      >
        {guests.answer &&
          (total > 0 || (guests.upToDate && progress.phase === "complete")) &&
          `${numberText(total)} match.`}
      </PageHeader>
      <ReadingProgress progress={progress} />
      <SignInsBanner progress={progress} />
      <div className={styles.tools}>
        <SearchText
          label="Search guests"
          placeholder="Name, mail or partner"
          text={query.text}
          onSearch={(q) => void change({ q })}
        />
        <FacetFilters query={query} facets={facets} change={change} />
      </div>
      <StandingFilter query={query} facets={facets} change={change} />
      <GuestWorkspace
        label="Guests"
        columns={GUEST_COLUMNS}
        hiddenColumns={hidden}
        offers={OFFERS}
        guests={guests}
        query={query}
        narrowed={narrows(query)}
        change={change}
        openGuest={openGuest}
      />
    </div>
  );
}
