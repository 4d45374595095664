import "server-only";
import type { ReviewTemplatesAnswer } from "@/lib/contract/review-templates";
import { Prisma } from "@/prisma/generated/client";
import type { Caller } from "./caller";
import { database, type Database } from "./database";
import { bodyFromDatabase } from "./entry-row";
import { inTenant } from "./tenant-transaction";

interface StoredTemplate {
  readonly body: Prisma.JsonValue;
  readonly recorded_at: Date;
  readonly actor_id: string;
  readonly actor_name: string | null;
}

/** The latest of each template of the caller's tenant that was not taken away, by name. */
export async function reviewTemplates(
  { tenantId }: Pick<Caller, "tenantId">,
  of?: Database,
): Promise<ReviewTemplatesAnswer> {
  const stored = await inTenant(of ?? (await database()), tenantId, (transaction) =>
    transaction.$queryRaw<readonly StoredTemplate[]>(latestOfEach(tenantId)),
  );
  const templates = stored.flatMap(templateFrom);
  return { templates: templates.sort((a, b) => a.name.localeCompare(b.name, "en")) };
}

function latestOfEach(tenant: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (e.subject_id)
           e.body, e.recorded_at, e.actor_id, actor.display_name AS actor_name
    FROM entry e
    LEFT JOIN card actor
      ON actor.tenant = e.tenant AND actor.subject_id = e.actor_id AND actor.fingerprint = e.actor_card
    WHERE e.tenant = ${tenant}::uuid AND e.kind = 'template-saved'
    ORDER BY e.subject_id, e.seq DESC`;
}

function templateFrom(stored: StoredTemplate): ReviewTemplatesAnswer["templates"] {
  const body = bodyFromDatabase(stored.body);
  if (!("templateId" in body)) throw new TypeError("An entry of kind template-saved holds none.");
  const { templateId, name, draft } = body;
  if (draft === null) return [];
  const savedBy = { id: stored.actor_id, displayName: stored.actor_name };
  return [{ templateId, name, draft, savedAt: stored.recorded_at.getTime(), savedBy }];
}
