-- CreateTable: the statement that erased a person last, so that one statement cannot erase another one.
CREATE TABLE "erasure_statement" (
    "tenant" UUID NOT NULL,
    "backend" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "erasure_statement_pkey" PRIMARY KEY ("tenant")
);

-- From here on by hand: what Prisma's schema cannot say.

REVOKE ALL ON "erasure_statement" FROM PUBLIC, "guestlist_app";
ALTER TABLE "erasure_statement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "erasure_statement" FORCE ROW LEVEL SECURITY;
CREATE POLICY "erasure_statement_of_one_tenant" ON "erasure_statement"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);

-- Numbers and times that every program can read. What is there already is checked by `npm run ledger -- verify`.
ALTER TABLE "entry" ADD CONSTRAINT "entry_seq_is_safe" CHECK ("seq" <= 9007199254740991) NOT VALID;
ALTER TABLE "entry" ADD CONSTRAINT "entry_recorded_at_is_a_date" CHECK (
    "recorded_at" > timestamptz '1970-01-01 00:00:00+00' AND "recorded_at" < timestamptz '9999-01-01 00:00:00+00'
) NOT VALID;

-- As before, and with names that no temporary table can stand in for: this runs with the owner's rights, and every role
-- may make temporary tables (https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY).
-- A statement erases one person, also where it commits in between.
CREATE OR REPLACE FUNCTION "erase_person"("person" UUID, OUT "cards" INTEGER, OUT "texts" INTEGER)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    "here" UUID := NULLIF(current_setting('guestlist.tenant', true), '')::uuid;
BEGIN
    IF NOT COALESCE((
        SELECT e."kind" = 'person-erased' AND e."subject_id" = "person"::text AND e.xmin = pg_current_xact_id()::xid
        FROM public."entry" e WHERE e."tenant" = "here" ORDER BY e."seq" DESC LIMIT 1
    ), false) OR 1 < (
        SELECT count(*) FROM (
            SELECT e.xmin FROM public."entry" e WHERE e."tenant" = "here" AND e."kind" = 'person-erased'
            ORDER BY e."seq" DESC LIMIT 2
        ) last WHERE last.xmin = pg_current_xact_id()::xid
    ) THEN
        RAISE EXCEPTION 'a person is erased together with the entry that records it, one in a transaction'
            USING ERRCODE = '42501';
    END IF;
    INSERT INTO public."erasure_statement" AS last ("tenant", "backend", "at")
    VALUES ("here", pg_backend_pid(), statement_timestamp())
    ON CONFLICT ("tenant") DO UPDATE SET "backend" = EXCLUDED."backend", "at" = EXCLUDED."at"
    WHERE last."backend" <> EXCLUDED."backend" OR last."at" <> EXCLUDED."at";
    IF NOT FOUND THEN
        RAISE EXCEPTION 'a statement erases one person' USING ERRCODE = '42501';
    END IF;
    DELETE FROM public."card" c WHERE c."tenant" = "here" AND c."subject_id" = "person";
    GET DIAGNOSTICS "cards" = ROW_COUNT;
    DELETE FROM public."erasable_text" t
    WHERE t."tenant" = "here" AND (t."author_id" = "person" OR t."guest_id" = "person");
    GET DIAGNOSTICS "texts" = ROW_COUNT;
END
$$;
