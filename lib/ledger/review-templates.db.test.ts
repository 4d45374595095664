import { expect, it } from "vitest";
import { reviewTemplatesAnswer } from "@/lib/contract/review-templates";
import { reviewTemplates } from "./review-templates";
import { ledgerOfFile } from "./testing/fresh-database";
import { DRAFT, somebody, templateSaved } from "./testing/requests";

const { database, record } = ledgerOfFile();

it("A tenant without templates has none", async () => {
  expect(await reviewTemplates(somebody(), database())).toEqual({ templates: [] });
});

it("Each template is there once, as it was saved last, by name, with who saved it", async () => {
  const olga = somebody();
  const boris = { ...somebody("Governance.Operator", olga.tenantId), name: "Boris" };
  const partners = templateSaved({ name: "Partners" });
  await record(olga, partners, templateSaved({ name: "Agencies" }));
  const draft = { ...DRAFT, name: "Renamed" } as (typeof partners)["draft"];
  const later = templateSaved({ templateId: partners.templateId, name: "Vendors", draft });
  await record(boris, later);
  const { templates } = reviewTemplatesAnswer.parse(await reviewTemplates(olga, database()));
  expect(templates).toMatchObject([
    { name: "Agencies", draft: DRAFT, savedBy: { id: olga.userId, displayName: olga.name } },
    { templateId: partners.templateId, name: "Vendors", draft: { name: "Renamed" } },
  ]);
  expect(templates[1]?.savedBy).toEqual({ id: boris.userId, displayName: "Boris" });
});

it("A template that was taken away is gone, and can be saved anew", async () => {
  const olga = somebody();
  const { templateId } = templateSaved();
  await record(olga, templateSaved({ templateId }), templateSaved({ templateId, draft: null }));
  expect((await reviewTemplates(olga, database())).templates).toEqual([]);
  await record(olga, templateSaved({ templateId, name: "Back" }));
  expect((await reviewTemplates(olga, database())).templates).toMatchObject([{ name: "Back" }]);
});

it("Another tenant's templates are not ours", async () => {
  await record(somebody(), templateSaved());
  expect((await reviewTemplates(somebody(), database())).templates).toEqual([]);
});
