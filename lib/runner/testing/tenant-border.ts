/** Looks at every text of several tenants' people: none may contain another tenant's id, name or address. */
export class TenantBorder {
  /** What was found where it does not belong. */
  readonly crossings: string[] = [];
  /** How many texts of each sort were looked at, by their tenant. */
  readonly #seen = new Map<string, number>();

  /** `marks` are in each id, name and address of the tenant, and nowhere else. */
  constructor(private readonly marks: ReadonlyMap<string, string>) {}

  /** A text that belongs to one tenant. */
  see(sort: string, tenantId: string, text: string): void {
    const key = `${sort} of ${this.marks.get(tenantId) ?? "nobody"}`;
    this.#seen.set(key, (this.#seen.get(key) ?? 0) + 1);
    for (const [id, mark] of this.marks) {
      if (id === tenantId || !text.toLowerCase().includes(mark)) continue;
      this.crossings.push(`A ${key} contains something of ${mark}: ${text}`);
    }
  }

  /** What was looked at, so that a test can tell that it was not nothing. */
  get seen(): ReadonlyMap<string, number> {
    return this.#seen;
  }
}
