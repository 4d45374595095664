"use client";

import { textMatcher } from "@/lib/domain/match-text";
import { numberText } from "@/lib/domain/number-text";
import { Combobox, Dropdown, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { IDENTITY_CLASSES, type IdentityClass } from "@/lib/domain/guest";
import { STANDING_KINDS } from "@/lib/domain/standing";
import type { Facets, GuestQuery } from "@/lib/inventory/inventory";
import type { FilterGuests } from "./use-guest-list";
import { FilterToggles } from "@/components/list/filter-toggles";
import { PersonName } from "@/components/ui/person-name";
import { plainText } from "@/components/ui/plain-text";
import { IDENTITY_WORD, STANDING_WORD, USER_TYPE_WORD } from "@/components/directory/guest-labels";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    minWidth: 0,
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
  facet: {
    minWidth: "0",
    width: "190px",
    maxWidth: "100%",
    "& input": { minWidth: 0 },
    "@media (max-width: 480px)": { width: `calc(50% - ${tokens.spacingHorizontalXS})` },
  },
});

interface FiltersProps {
  readonly query: GuestQuery;
  readonly facets: Facets | undefined;
  readonly change: FilterGuests;
}

const count = (number: number | undefined) =>
  number === undefined ? "" : ` (${numberText(number)})`;

/** One button a standing: pressed ones narrow the list. */
export function StandingFilter({ query, facets, change }: FiltersProps) {
  return (
    <FilterToggles
      label="Standing"
      values={query.standings}
      options={STANDING_KINDS.map((value) => {
        const guests = facets?.standings[value];
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

const isIdentityClass = (value: string): value is IdentityClass =>
  IDENTITY_CLASSES.some((known) => known === value);

/** Partner, identity provider, sponsor and type. */
export function FacetFilters({ query, facets, change }: FiltersProps) {
  const styles = useStyles();
  const [partnerText, setPartnerText] = useState("");
  const matches = textMatcher(partnerText);
  const partners = (facets?.partners ?? []).filter(({ partner }) => matches(partner));
  return (
    <div className={styles.row}>
      <Combobox
        className={styles.facet}
        aria-label="Partner"
        placeholder={
          query.partners.length > 0 ? plainText(query.partners.join(", ")) : "Any partner"
        }
        multiselect
        value={partnerText}
        selectedOptions={[...query.partners]}
        onInput={(event) => {
          setPartnerText(event.currentTarget.value);
        }}
        onOptionSelect={(_event, data) => {
          setPartnerText("");
          change({ partner: data.selectedOptions });
        }}
      >
        {partners.slice(0, 50).map(({ partner, count: guests }) => (
          <Option
            key={partner}
            value={partner}
            text={partner === "" ? "Unknown" : plainText(partner)}
          >
            <PersonName name={partner} fallback="Unknown" />
            {count(guests)}
          </Option>
        ))}
      </Combobox>
      <Dropdown
        className={styles.facet}
        aria-label="Identity provider"
        placeholder="Any identity provider"
        multiselect
        value={query.identityClasses.map((kind) => IDENTITY_WORD[kind]).join(", ")}
        selectedOptions={[...query.identityClasses]}
        onOptionSelect={(_event, data) => {
          change({ identity: data.selectedOptions.filter(isIdentityClass) });
        }}
      >
        {IDENTITY_CLASSES.map((kind) => (
          <Option key={kind} value={kind} text={IDENTITY_WORD[kind]}>
            {`${IDENTITY_WORD[kind]}${count(facets?.identityClasses[kind])}`}
          </Option>
        ))}
      </Dropdown>
      <Dropdown
        className={styles.facet}
        aria-label="Sponsor"
        value={SPONSOR_WORD[query.sponsor]}
        selectedOptions={[query.sponsor]}
        onOptionSelect={(_event, data) => {
          const chosen = SPONSORS.find((sponsor) => sponsor === data.optionValue);
          change({ sponsor: chosen ?? "any" });
        }}
      >
        {SPONSORS.map((sponsor) => (
          <Option key={sponsor} value={sponsor} text={SPONSOR_WORD[sponsor]}>
            {`${SPONSOR_WORD[sponsor]}${sponsor === "any" ? "" : count(facets?.sponsors[sponsor])}`}
          </Option>
        ))}
      </Dropdown>
      <Dropdown
        className={styles.facet}
        aria-label="Type"
        placeholder="Any type"
        multiselect
        value={query.userTypes.map((type) => USER_TYPE_WORD[type]).join(", ")}
        selectedOptions={[...query.userTypes]}
        onOptionSelect={(_event, data) => {
          change({ type: TYPES.filter((type) => data.selectedOptions.includes(type)) });
        }}
      >
        {TYPES.map((type) => (
          <Option key={type} value={type} text={USER_TYPE_WORD[type]}>
            {`${USER_TYPE_WORD[type]}${count(facets?.userTypes[type])}`}
          </Option>
        ))}
      </Dropdown>
    </div>
  );
}

const TYPES = ["guest", "member"] as const;
const SPONSORS = ["any", "with", "without"] as const;
const SPONSOR_WORD = {
  any: "Any sponsor",
  with: "With sponsor",
  without: "Without sponsor",
} as const;
