import type { FilterOption } from "@/components/list/filter-select";
import type { Facets } from "@/lib/inventory/inventory";

/** Before a domain: the domain and all below it, as a query has it. */
const BELOW = "*.";

/** A partner of a query in words. */
export function partnerWord(value: string): string {
  if (value === "") return "Unknown";
  return value.startsWith(BELOW) ? `${value.slice(BELOW.length)} and its subdomains` : value;
}

/** The partners to choose from, the largest first; one with subdomains among the partners also with all of them. */
export function partnerOptions(partners: Facets["partners"]): readonly FilterOption[] {
  const own = new Map(partners.map(({ partner, count }) => [partner, count]));
  const below = new Map<string, number>();
  for (const { partner, count } of partners) {
    for (const parent of parentsOf(partner)) {
      if (own.has(parent)) below.set(parent, (below.get(parent) ?? 0) + count);
    }
  }
  const families = [...below].map(([domain, count]) => ({
    value: `${BELOW}${domain}`,
    count: count + (own.get(domain) ?? 0),
  }));
  return [...families, ...partners.map(({ partner, count }) => ({ value: partner, count }))]
    .map(({ value, count }) => ({ value, word: partnerWord(value), count }))
    .sort((one, other) => other.count - one.count);
}

function parentsOf(domain: string): readonly string[] {
  const labels = domain.split(".");
  return labels.slice(1).map((_label, at) => labels.slice(at + 1).join("."));
}
