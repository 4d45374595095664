"use client";

import { Dropdown, makeStyles, Option, tokens } from "@fluentui/react-components";
import { IDENTITY_WORD, STANDING_WORD, USER_TYPE_WORD } from "@/components/directory/guest-labels";
import type { ReadParts } from "@/components/directory/read-parts";
import { FacetPicker } from "@/components/list/facet-picker";
import { FilterToggle, FilterToggles } from "@/components/list/filter-toggles";
import { useNamedFilter } from "@/components/list/named-filters";
import { IDENTITY_CLASSES } from "@/lib/domain/guest";
import { numberText } from "@/lib/domain/number-text";
import { STANDING_KINDS, type StandingKind } from "@/lib/domain/standing";
import type { Facets, GuestQuery } from "@/lib/inventory/inventory";
import { partnerOptions, partnerWord } from "./partner-options";
import type { FilterGuests } from "./use-guest-list";

export const useFilterStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    minWidth: 0,
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
  folded: { display: "none" },
  // A row of its own below the search.
  whole: { flexBasis: "100%" },
  facet: {
    minWidth: "0",
    width: "190px",
    maxWidth: "100%",
    "& input": { minWidth: 0 },
    "@media (max-width: 480px)": { width: `calc(50% - ${tokens.spacingHorizontalXS})` },
  },
});

export interface FiltersProps {
  readonly query: GuestQuery;
  readonly facets: Facets | undefined;
  readonly change: FilterGuests;
  /** What was read to its end: before, a 0 says nothing and is not shown. */
  readonly read?: ReadParts;
}

const ALL_READ: ReadParts = { directory: true, signIns: true };

const count = (number: number | undefined) =>
  number === undefined ? "" : ` (${numberText(number)})`;

const unlessUnread = (number: number | undefined, isRead: boolean) =>
  number === 0 && !isRead ? undefined : number;

/** How many have a standing; undefined while that rests on what is not read. */
function standingCount(
  kind: StandingKind,
  facets: Facets | undefined,
  { directory, signIns }: ReadParts,
): number | undefined {
  const number = facets?.standings[kind];
  switch (kind) {
    case "pending":
    case "blocked":
      return unlessUnread(number, directory);
    case "active":
    case "stale":
    case "never-signed-in":
      return unlessUnread(number, signIns);
    case "unknown":
      return signIns ? number : undefined;
  }
}

/** Only the invitations that wait longer than the policy allows. */
export function OverdueChip({ query, facets, change, read = ALL_READ }: FiltersProps) {
  const overdue = unlessUnread(facets?.overdue, read.directory);
  return (
    <FilterToggle
      word="Overdue"
      {...(overdue !== undefined && { count: overdue })}
      isOn={query.overdue}
      onToggle={() => {
        change({ overdue: !query.overdue });
      }}
    />
  );
}

/** One button a standing: pressed ones narrow the list. */
export function StandingFilter({ query, facets, change, read = ALL_READ }: FiltersProps) {
  return (
    <FilterToggles
      label="Standing"
      values={query.standings}
      options={STANDING_KINDS.map((value) => {
        const guests = standingCount(value, facets, read);
        return {
          value,
          word: STANDING_WORD[value],
          ...(guests !== undefined && { count: guests }),
        };
      })}
      onChange={(values) => {
        change({ standing: STANDING_KINDS.filter((kind) => values.includes(kind)) });
      }}
    />
  );
}

/** The domains that guests come from. */
export function PartnerFilter({ query, facets, change }: FiltersProps) {
  return (
    <FacetPicker
      label="Partner"
      any="Any partner"
      multiple
      options={partnerOptions(facets?.partners ?? [])}
      selected={query.partners}
      wordOf={partnerWord}
      onChange={(partner) => {
        change({ partner: [...partner] });
      }}
    />
  );
}

/** With a sponsor, without one, or with one person as the sponsor. */
export function SponsorFilter({ query, facets, change }: FiltersProps) {
  const people = facets?.sponsorPeople ?? [];
  const { sponsor, sponsorId } = query;
  const kinds = SPONSORS.map((kind) => ({
    value: kind,
    word: SPONSOR_WORD[kind],
    ...(facets && { count: facets.sponsors[kind] }),
  }));
  return (
    <FacetPicker
      label="Sponsor"
      any="Any sponsor"
      options={[
        ...kinds,
        ...people.map(({ id, displayName, count: guests }) => ({
          value: id,
          word: displayName ?? id,
          count: guests,
        })),
      ]}
      selected={sponsorId !== null ? [sponsorId] : sponsor === "any" ? [] : [sponsor]}
      onChange={([chosen = "any"]) => {
        const kind = SPONSORS.find((each) => each === chosen);
        change({
          sponsor: kind ?? "any",
          sponsorId: kind === undefined && chosen !== "any" ? chosen : null,
        });
      }}
    />
  );
}

/** Partner, identity provider, sponsor and type. */
export function FacetFilters({ query, facets, change }: FiltersProps) {
  const styles = useFilterStyles();
  return (
    <div className={styles.row}>
      <PartnerFilter query={query} facets={facets} change={change} />
      <KindFilter
        label="Identity provider"
        any="Any identity provider"
        kinds={IDENTITY_CLASSES}
        words={IDENTITY_WORD}
        counts={facets?.identityClasses}
        selected={query.identityClasses}
        onChange={(identity) => {
          change({ identity });
        }}
      />
      <SponsorFilter query={query} facets={facets} change={change} />
      <KindFilter
        label="Type"
        any="Any type"
        kinds={TYPES}
        words={USER_TYPE_WORD}
        counts={facets?.userTypes}
        selected={query.userTypes}
        onChange={(type) => {
          change({ type });
        }}
      />
    </div>
  );
}

interface KindFilterProps<Kind extends string> {
  readonly label: string;
  readonly any: string;
  readonly kinds: readonly Kind[];
  readonly words: Readonly<Record<Kind, string>>;
  readonly counts: Readonly<Record<Kind, number>> | undefined;
  readonly selected: readonly Kind[];
  readonly onChange: (kinds: Kind[]) => void;
}

/** Several of a few kinds. */
function KindFilter<Kind extends string>(props: KindFilterProps<Kind>) {
  const { label, any, kinds, words, counts, selected, onChange } = props;
  const styles = useFilterStyles();
  const text = selected.map((kind) => words[kind]).join(", ");
  useNamedFilter(text === "" ? null : text);
  return (
    <Dropdown
      className={styles.facet}
      aria-label={label}
      placeholder={any}
      multiselect
      value={text}
      selectedOptions={[...selected]}
      onOptionSelect={(_event, data) => {
        onChange(kinds.filter((kind) => data.selectedOptions.includes(kind)));
      }}
    >
      {kinds.map((kind) => (
        <Option key={kind} value={kind} text={words[kind]}>
          {`${words[kind]}${count(counts?.[kind])}`}
        </Option>
      ))}
    </Dropdown>
  );
}

const TYPES = ["guest", "member"] as const;
const SPONSORS = ["with", "without"] as const;
const SPONSOR_WORD = { with: "With sponsor", without: "Without sponsor" } as const;
