-- CreateTable: what a reviewer wrote in Entra. The chain holds its fingerprint only, so it can be erased.
CREATE TABLE "erasable_text" (
    "tenant" UUID NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "salt" BYTEA NOT NULL,
    "author_id" UUID,
    "guest_id" UUID,
    "words" TEXT NOT NULL,

    CONSTRAINT "erasable_text_pkey" PRIMARY KEY ("tenant", "fingerprint")
);

-- CreateIndex
CREATE INDEX "erasable_text_tenant_author_id_idx" ON "erasable_text"("tenant", "author_id");

-- CreateIndex
CREATE INDEX "erasable_text_tenant_guest_id_idx" ON "erasable_text"("tenant", "guest_id");

-- CreateTable: how much a person of the least role has recorded within an hour.
CREATE TABLE "append_count" (
    "tenant" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "entries" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "append_count_pkey" PRIMARY KEY ("tenant", "hour", "person_id")
);

-- From here on by hand: what Prisma's schema cannot say.

ALTER TABLE "entry" DROP CONSTRAINT "entry_kind_known";
ALTER TABLE "entry" ADD CONSTRAINT "entry_kind_known" CHECK (
    "kind" IN (
        'planned', 'bound', 'carried-out', 'review-result', 'policy-set', 'template-saved', 'person-erased',
        'decided', 'intended'
    )
) NOT VALID;

-- Nobody writes a card or a text that is not what its fingerprint says (RFC 8785, as lib/ledger/card.ts has it). What
-- is there already is checked by `npm run ledger -- verify`, not here.
ALTER TABLE "card" ADD CONSTRAINT "card_is_what_its_fingerprint_says" CHECK (
    "fingerprint" = sha256(convert_to(
        '{"displayName":' || COALESCE(to_json("display_name")::text, 'null')
        || ',"mail":' || COALESCE(to_json("mail")::text, 'null')
        || ',"salt":"' || encode("salt", 'hex')
        || '","subjectId":"' || "subject_id"::text || '"}', 'UTF8'))
) NOT VALID;
ALTER TABLE "erasable_text" ADD CONSTRAINT "text_is_what_its_fingerprint_says" CHECK (
    "fingerprint" = sha256(convert_to(
        '{"authorId":' || COALESCE(to_json("author_id"::text)::text, 'null')
        || ',"guestId":' || COALESCE(to_json("guest_id"::text)::text, 'null')
        || ',"salt":"' || encode("salt", 'hex')
        || '","words":' || to_json("words")::text || '}', 'UTF8'))
);

CREATE TRIGGER "text_is_never_rewritten" BEFORE UPDATE ON "erasable_text"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "text_is_never_emptied" BEFORE TRUNCATE ON "erasable_text"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "erasable_text" ENABLE ALWAYS TRIGGER "text_is_never_rewritten";
ALTER TABLE "erasable_text" ENABLE ALWAYS TRIGGER "text_is_never_emptied";

REVOKE ALL ON "erasable_text", "append_count" FROM PUBLIC;
GRANT SELECT, INSERT ON "erasable_text" TO "guestlist_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "append_count" TO "guestlist_app";
REVOKE DELETE ON "card" FROM "guestlist_app";

ALTER TABLE "erasable_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "erasable_text" FORCE ROW LEVEL SECURITY;
ALTER TABLE "append_count" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "append_count" FORCE ROW LEVEL SECURITY;
CREATE POLICY "erasable_text_of_one_tenant" ON "erasable_text"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);
CREATE POLICY "append_count_of_one_tenant" ON "append_count"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);

-- The only way by which the program's role takes a name away: one person in one transaction, and only together with
-- the entry that records it, the last one of the chain.
CREATE FUNCTION "erase_person"("person" UUID, OUT "cards" INTEGER, OUT "texts" INTEGER)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    "here" UUID := NULLIF(current_setting('guestlist.tenant', true), '')::uuid;
BEGIN
    IF NOT COALESCE((
        SELECT e."kind" = 'person-erased' AND e."subject_id" = "person"::text AND e.xmin = pg_current_xact_id()::xid
        FROM "entry" e WHERE e."tenant" = "here" ORDER BY e."seq" DESC LIMIT 1
    ), false) OR 1 < (
        SELECT count(*) FROM (
            SELECT e.xmin FROM "entry" e WHERE e."tenant" = "here" AND e."kind" = 'person-erased'
            ORDER BY e."seq" DESC LIMIT 2
        ) last WHERE last.xmin = pg_current_xact_id()::xid
    ) THEN
        RAISE EXCEPTION 'a person is erased together with the entry that records it, one in a transaction'
            USING ERRCODE = '42501';
    END IF;
    DELETE FROM "card" c WHERE c."tenant" = "here" AND c."subject_id" = "person";
    GET DIAGNOSTICS "cards" = ROW_COUNT;
    DELETE FROM "erasable_text" t
    WHERE t."tenant" = "here" AND (t."author_id" = "person" OR t."guest_id" = "person");
    GET DIAGNOSTICS "texts" = ROW_COUNT;
END
$$;
REVOKE ALL ON FUNCTION "erase_person"(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "erase_person"(UUID) TO "guestlist_app";
