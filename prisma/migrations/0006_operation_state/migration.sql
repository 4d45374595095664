-- What became of each operation, so that those nobody knows of and those that failed are found without reading the
-- whole chain. It repeats what the entries say and proves nothing: it may be made anew from them at any time.

-- CreateTable
CREATE TABLE "operation_state" (
    "tenant" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "result" TEXT,
    "unresolved" BOOLEAN NOT NULL,

    CONSTRAINT "operation_state_pkey" PRIMARY KEY ("tenant", "operation_id")
);

-- CreateIndex
CREATE INDEX "operation_state_tenant_result_seq_idx" ON "operation_state"("tenant", "result", "seq" DESC);

-- From here on by hand: what Prisma's schema cannot say.

CREATE INDEX "operation_state_unresolved" ON "operation_state"("tenant", "seq" DESC) WHERE "unresolved";

-- The one place that says what an operation's state is. Unresolved is what was to be sent, and has no outcome, or an
-- unknown one, or was done in part and nobody knows what became of one of its steps.
CREATE VIEW "operation_state_from_entries" WITH (security_invoker = true) AS
SELECT p."tenant", p."operation_id", p."seq", latest."result",
    COALESCE(p."body" #>> '{operation,kind}', p."body" #>> '{decision,kind}', p."body" #>> '{intent,kind}') <> 'keep'
    AND (
        COALESCE(latest."result", 'unknown') = 'unknown'
        OR (latest."result" = 'partly-done' AND EXISTS (
            SELECT FROM (
                SELECT DISTINCT ON (o."body" ->> 'stepId') o."body" #>> '{outcome,result}' AS "result"
                FROM "entry" o
                WHERE o."tenant" = p."tenant" AND o."operation_id" = p."operation_id" AND o."kind" = 'carried-out'
                    AND o."body" -> 'stepId' IS NOT NULL
                ORDER BY o."body" ->> 'stepId', o."seq" DESC
            ) step WHERE step."result" = 'unknown'
        ))
    ) AS "unresolved"
FROM "entry" p
LEFT JOIN LATERAL (
    SELECT o."body" #>> '{outcome,result}' AS "result"
    FROM "entry" o
    WHERE o."tenant" = p."tenant" AND o."operation_id" = p."operation_id" AND o."kind" = 'carried-out'
        AND o."body" -> 'stepId' IS NULL
    ORDER BY o."seq" DESC
    LIMIT 1
) latest ON true
WHERE p."kind" IN ('planned', 'decided', 'intended');

-- Row security binds the owner too, and would show no entry here.
ALTER TABLE "entry" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "operation_state" SELECT * FROM "operation_state_from_entries"
ON CONFLICT DO NOTHING;
ALTER TABLE "entry" FORCE ROW LEVEL SECURITY;

REVOKE ALL ON "operation_state", "operation_state_from_entries" FROM PUBLIC;
GRANT SELECT ON "operation_state_from_entries" TO "guestlist_app";
GRANT SELECT, INSERT, UPDATE ON "operation_state" TO "guestlist_app";

ALTER TABLE "operation_state" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "operation_state" FORCE ROW LEVEL SECURITY;
CREATE POLICY "operation_state_of_one_tenant" ON "operation_state"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);
