import { asOwner } from "./fresh-database";

const GUARDED = ["entry", "card", "erasable_text", "checkpoint", "tree_hash"];

/** Changes what is stored, as whoever owns the database can: all guards are taken away first. */
export async function tamper(url: string, ...statements: readonly string[]): Promise<void> {
  await asOwner(
    url,
    ...GUARDED.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`),
    "ALTER TABLE card DROP CONSTRAINT IF EXISTS card_is_what_its_fingerprint_says",
    "ALTER TABLE erasable_text DROP CONSTRAINT IF EXISTS text_is_what_its_fingerprint_says",
    ...statements,
  );
}
