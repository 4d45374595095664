-- CreateTable
CREATE TABLE "lease" (
    "tenant" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "session" UUID NOT NULL,
    "fence" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("tenant", "plan_id")
);

-- From here on by hand: what Prisma's schema cannot say.

-- A lease changes hands, so its row changes; its number only grows.
ALTER TABLE "lease" ADD CONSTRAINT "lease_fence_from_one" CHECK ("fence" >= 1);
CREATE FUNCTION "refuse_smaller_fence"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."fence" < OLD."fence" THEN
        RAISE EXCEPTION 'the fence of a lease never becomes smaller' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "lease_fence_only_grows" BEFORE UPDATE ON "lease"
    FOR EACH ROW EXECUTE FUNCTION "refuse_smaller_fence"();
CREATE TRIGGER "lease_is_never_deleted" BEFORE DELETE ON "lease"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "lease_is_never_emptied" BEFORE TRUNCATE ON "lease"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "lease" ENABLE ALWAYS TRIGGER "lease_fence_only_grows";
ALTER TABLE "lease" ENABLE ALWAYS TRIGGER "lease_is_never_deleted";
ALTER TABLE "lease" ENABLE ALWAYS TRIGGER "lease_is_never_emptied";

REVOKE ALL ON "lease" FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON "lease" TO "guestlist_app";

ALTER TABLE "lease" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "lease" FORCE ROW LEVEL SECURITY;
CREATE POLICY "lease_of_one_tenant" ON "lease"
    USING ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid)
    WITH CHECK ("tenant" = NULLIF(current_setting('guestlist.tenant', true), '')::uuid);
