-- CreateTable
CREATE TABLE "entry" (
    "tenant" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "v" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_card" BYTEA NOT NULL,
    "guest_id" UUID,
    "decision_id" UUID,
    "plan_id" UUID,
    "body" JSONB NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("tenant", "seq"),
    CONSTRAINT "entry_kind_known" CHECK ("kind" IN ('decided', 'carried-out', 'policy-set')),
    CONSTRAINT "entry_seq_from_one" CHECK ("seq" >= 1),
    CONSTRAINT "entry_hashes_are_sha256" CHECK (
        octet_length("previous") = 32 AND octet_length("hash") = 32 AND octet_length("actor_card") = 32
    )
);

-- CreateTable
CREATE TABLE "card" (
    "tenant" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "salt" BYTEA NOT NULL,
    "display_name" TEXT,
    "mail" TEXT,

    CONSTRAINT "card_pkey" PRIMARY KEY ("tenant", "subject_id", "fingerprint")
);

-- CreateIndex
CREATE UNIQUE INDEX "entry_tenant_id_key" ON "entry"("tenant", "id");

-- CreateIndex
CREATE INDEX "entry_tenant_guest_id_seq_idx" ON "entry"("tenant", "guest_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "entry_tenant_actor_id_seq_idx" ON "entry"("tenant", "actor_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "entry_tenant_plan_id_seq_idx" ON "entry"("tenant", "plan_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "entry_tenant_decision_id_seq_idx" ON "entry"("tenant", "decision_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "entry_tenant_kind_seq_idx" ON "entry"("tenant", "kind", "seq" DESC);

-- CreateIndex
CREATE INDEX "entry_tenant_recorded_at_idx" ON "entry"("tenant", "recorded_at");

-- From here on by hand: what Prisma's schema cannot say.

-- What is written stays as it was written, for the owner of the tables too. ALWAYS: also when
-- session_replication_role says "replica".
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'table "%" is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '42501';
END
$$;

CREATE TRIGGER "entry_keeps_its_rows" BEFORE UPDATE OR DELETE ON "entry"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "entry_is_never_emptied" BEFORE TRUNCATE ON "entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- A card may be erased, one by one; it may not be rewritten.
CREATE TRIGGER "card_is_never_rewritten" BEFORE UPDATE ON "card"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "card_is_never_emptied" BEFORE TRUNCATE ON "card"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "entry" ENABLE ALWAYS TRIGGER "entry_keeps_its_rows";
ALTER TABLE "entry" ENABLE ALWAYS TRIGGER "entry_is_never_emptied";
ALTER TABLE "card" ENABLE ALWAYS TRIGGER "card_is_never_rewritten";
ALTER TABLE "card" ENABLE ALWAYS TRIGGER "card_is_never_emptied";

-- The role the program works under. Roles belong to the whole server, so another database may have made it,
-- or be making it at this moment. A superuser may take any role. Whoever makes the role still has to be granted
-- it (since PostgreSQL 16 making is not being); whoever was made a member by somebody else may not grant it again.
DO $$
DECLARE
    made boolean := false;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'guestlist_app') THEN
        BEGIN
            CREATE ROLE "guestlist_app" NOLOGIN;
            made := true;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END IF;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
        AND (made OR NOT pg_has_role(current_user, 'guestlist_app', 'MEMBER')) THEN
        GRANT "guestlist_app" TO CURRENT_USER;
    END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO "guestlist_app";
REVOKE ALL ON "entry", "card" FROM PUBLIC;
GRANT SELECT, INSERT ON "entry" TO "guestlist_app";
GRANT SELECT, INSERT, DELETE ON "card" TO "guestlist_app";

-- One tenant never sees another, even when a query forgets to say which. The setting is empty, not null,
-- after a transaction that set it.
ALTER TABLE "entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "entry" FORCE ROW LEVEL SECURITY;
ALTER TABLE "card" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "card" FORCE ROW LEVEL SECURITY;
CREATE POLICY "entry_of_one_tenant" ON "entry"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);
CREATE POLICY "card_of_one_tenant" ON "card"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);
