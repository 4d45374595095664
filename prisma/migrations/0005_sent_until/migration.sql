-- AlterTable: what earlier versions held a lease for is not known, so it may have been a run.
ALTER TABLE "lease" ADD COLUMN "runs" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "lease" ADD COLUMN "sent_until" TIMESTAMPTZ(3);
