-- CreateTable: hashes of complete subtrees of 256, 65,536, … entries (RFC 6962), by their height and place.
CREATE TABLE "tree_hash" (
    "tenant" UUID NOT NULL,
    "height" SMALLINT NOT NULL,
    "place" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "tree_hash_pkey" PRIMARY KEY ("tenant", "height", "place"),
    CONSTRAINT "tree_hash_is_sha256" CHECK (octet_length("hash") = 32)
);

-- CreateTable: signed notes, as they were given away.
CREATE TABLE "checkpoint" (
    "tenant" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "size" BIGINT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("tenant", "number"),
    CONSTRAINT "checkpoint_number_from_one" CHECK ("number" >= 1)
);

-- CreateIndex
CREATE UNIQUE INDEX "checkpoint_tenant_size_key" ON "checkpoint"("tenant", "size");

-- CreateTable: where a checkpoint has arrived.
CREATE TABLE "checkpoint_delivery" (
    "tenant" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "delivered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoint_delivery_pkey" PRIMARY KEY ("tenant", "number", "place")
);

-- From here on by hand: what Prisma's schema cannot say.

CREATE TRIGGER "tree_hash_keeps_its_rows" BEFORE UPDATE OR DELETE ON "tree_hash"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "tree_hash_is_never_emptied" BEFORE TRUNCATE ON "tree_hash"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "checkpoint_keeps_its_rows" BEFORE UPDATE OR DELETE ON "checkpoint"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "checkpoint_is_never_emptied" BEFORE TRUNCATE ON "checkpoint"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "tree_hash" ENABLE ALWAYS TRIGGER "tree_hash_keeps_its_rows";
ALTER TABLE "tree_hash" ENABLE ALWAYS TRIGGER "tree_hash_is_never_emptied";
ALTER TABLE "checkpoint" ENABLE ALWAYS TRIGGER "checkpoint_keeps_its_rows";
ALTER TABLE "checkpoint" ENABLE ALWAYS TRIGGER "checkpoint_is_never_emptied";

REVOKE ALL ON "tree_hash", "checkpoint", "checkpoint_delivery" FROM PUBLIC;
GRANT SELECT, INSERT ON "tree_hash", "checkpoint", "checkpoint_delivery" TO "guestlist_app";

ALTER TABLE "tree_hash" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tree_hash" FORCE ROW LEVEL SECURITY;
ALTER TABLE "checkpoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "checkpoint" FORCE ROW LEVEL SECURITY;
ALTER TABLE "checkpoint_delivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "checkpoint_delivery" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tree_hash_of_one_tenant" ON "tree_hash"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);
CREATE POLICY "checkpoint_of_one_tenant" ON "checkpoint"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);
CREATE POLICY "checkpoint_delivery_of_one_tenant" ON "checkpoint_delivery"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);
