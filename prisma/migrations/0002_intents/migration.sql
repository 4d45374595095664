-- AlterTable
ALTER TABLE "entry" ADD COLUMN "subject_id" UUID;

-- CreateIndex
CREATE INDEX "entry_tenant_subject_id_seq_idx" ON "entry"("tenant", "subject_id", "seq" DESC);

-- From here on by hand: what Prisma's schema cannot say.

-- What was allowed stays allowed; no row that is there is written anew.
ALTER TABLE "entry" DROP CONSTRAINT "entry_kind_known";
ALTER TABLE "entry" ADD CONSTRAINT "entry_kind_known" CHECK (
    "kind" IN ('decided', 'intended', 'carried-out', 'review-result', 'policy-set', 'template-saved')
);
