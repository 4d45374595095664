-- AlterTable
ALTER TABLE "entry" RENAME COLUMN "decision_id" TO "operation_id";
ALTER INDEX "entry_tenant_decision_id_seq_idx" RENAME TO "entry_tenant_operation_id_seq_idx";

-- AlterTable: not everything that an operation is about has a GUID.
ALTER TABLE "entry" ALTER COLUMN "subject_id" SET DATA TYPE TEXT;

-- From here on by hand: what Prisma's schema cannot say.

-- What was allowed stays allowed: what earlier versions recorded is read and checked as it is.
ALTER TABLE "entry" DROP CONSTRAINT "entry_kind_known";
ALTER TABLE "entry" ADD CONSTRAINT "entry_kind_known" CHECK (
    "kind" IN (
        'planned', 'bound', 'carried-out', 'review-result', 'policy-set', 'template-saved',
        'decided', 'intended'
    )
);
