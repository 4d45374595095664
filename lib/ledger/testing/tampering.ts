import { asOwner } from "./fresh-database";

const GUARDED = ["entry", "card", "erasable_text", "checkpoint", "tree_hash"];

/** Changes what is stored, as the owner of the database can: all guards are taken away first. */
export async function tamper(url: string, ...statements: readonly string[]): Promise<void> {
  await asOwner(
    url,
    ...GUARDED.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`),
    "ALTER TABLE card DROP CONSTRAINT IF EXISTS card_is_what_its_fingerprint_says",
    "ALTER TABLE erasable_text DROP CONSTRAINT IF EXISTS text_is_what_its_fingerprint_says",
    ...statements,
  );
}

/** What is done to one tenant's rows (`$`), and how it is named in the database and in an export of it. */
export const ATTACKS: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    "an edited body",
    [`UPDATE entry SET body = jsonb_set(body, '{operation,reason}', '"x"') WHERE $ AND seq = 1`],
    /^Entry 1 .*edited/,
  ],
  [
    "an edited outcome",
    [`UPDATE entry SET body = jsonb_set(body, '{outcome,result}', '"failed"') WHERE $ AND seq = 2`],
    /^Entry 2 .*edited/,
  ],
  [
    "an edited policy",
    [`UPDATE entry SET body = jsonb_set(body, '{policy,staleAfterDays}', '1') WHERE $ AND seq = 3`],
    /^Entry 3 .*edited/,
  ],
  [
    "another guest under whom an entry is looked up",
    [`UPDATE entry SET guest_id = gen_random_uuid() WHERE $ AND seq = 1`],
    /^Entry 1 .*guestId/,
  ],
  [
    "no guest under whom an entry is looked up",
    [`UPDATE entry SET guest_id = NULL WHERE $ AND seq = 1`],
    /^Entry 1 .*guestId/,
  ],
  [
    "an outcome that was moved to another operation",
    [`UPDATE entry SET operation_id = gen_random_uuid() WHERE $ AND seq = 2`],
    /^Entry 2 .*operationId/,
  ],
  [
    "no plan under which an entry is looked up",
    [`UPDATE entry SET plan_id = NULL WHERE $ AND seq = 1`],
    /^Entry 1 .*planId/,
  ],
  [
    "another subject under which an entry is looked up",
    [`UPDATE entry SET subject_id = 'x' WHERE $ AND seq = 4`],
    /^Entry 4 .*subjectId/,
  ],
  [
    "a card with another name",
    [`UPDATE card SET display_name = 'Eve' WHERE $ AND display_name = 'Ada of Partner'`],
    /^The card of .*edited/,
  ],
  [
    "a card with another name that was put in place of the real one",
    [
      `INSERT INTO card SELECT tenant, subject_id, fingerprint, decode('00', 'hex'), 'Eve', mail FROM card
       WHERE $ AND display_name = 'Ada of Partner'
       ON CONFLICT (tenant, subject_id, fingerprint) DO UPDATE SET display_name = 'Eve'`,
    ],
    /^The card of .*edited/,
  ],
  [
    "a reviewer's words",
    [`UPDATE erasable_text SET words = 'Is still here' WHERE $`],
    /^The text .*edited/,
  ],
  [
    "who is said to have written them",
    [`UPDATE erasable_text SET author_id = gen_random_uuid() WHERE $`],
    /^The text .*edited/,
  ],
  [
    "another time",
    [`UPDATE entry SET recorded_at = recorded_at + interval '1 ms' WHERE $ AND seq = 3`],
    /^Entry 3 .*edited/,
  ],
  [
    "another person",
    [`UPDATE entry SET actor_id = gen_random_uuid() WHERE $ AND seq = 4`],
    /^Entry 4 .*edited/,
  ],
  ["another kind", [`UPDATE entry SET kind = 'decided' WHERE $ AND seq = 6`], /^Entry 6 .*edited/],
  ["an entry that is gone", [`DELETE FROM entry WHERE $ AND seq = 3`], /^Entry 4 .*missing/],
  ["the first entry that is gone", [`DELETE FROM entry WHERE $ AND seq = 1`], /^Entry 2 .*missing/],
  [
    "the last entries that are gone",
    [`DELETE FROM entry WHERE $ AND seq > 8`],
    /^Checkpoint 3: .*cut off/,
  ],
  [
    "a checkpoint that is gone",
    [`DELETE FROM checkpoint WHERE $ AND number = 2`],
    /^Checkpoint 3: .*before it is missing/,
  ],
  [
    "a checkpoint of another size",
    [
      `UPDATE checkpoint SET note = regexp_replace(note, E'\\n7\\n', E'\\n6\\n') WHERE $ AND number = 2`,
    ],
    /^Checkpoint 2: .*edited/,
  ],
  [
    "entries that changed places",
    [
      `UPDATE entry SET seq = 1003 WHERE $ AND seq = 3`,
      `UPDATE entry SET seq = 3 WHERE $ AND seq = 4`,
      `UPDATE entry SET seq = 4 WHERE $ AND seq = 1003`,
    ],
    /^Entry 3 .*reordered/,
  ],
];

/** Puts a tenant's rows back to what they were at a size, as an older backup has them. */
export function olderBackup(tenant: string, size: number): readonly string[] {
  const of = `tenant = '${tenant}'`;
  return [
    `DELETE FROM entry WHERE ${of} AND seq > ${size}`,
    `DELETE FROM checkpoint WHERE ${of} AND size > ${size}`,
    `DELETE FROM operation_state WHERE ${of}`,
    `INSERT INTO operation_state SELECT * FROM operation_state_from_entries WHERE ${of}`,
  ];
}
