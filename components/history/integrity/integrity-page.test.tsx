import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pressInVain } from "@/components/testing/patient-user";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import * as files from "@/components/ui/save-file";
import type { CheckAnswer, IntegrityAnswer } from "@/lib/contract/integrity";
import { IntegrityPage } from "./integrity-page";

const WHOLE: CheckAnswer = {
  ...{ length: 1_200, head: "ab".repeat(32), cards: 2, texts: 1, erased: 0, erasedUnrecorded: 0 },
  ...{ checkpoints: 1, signedLength: 1_000, signaturesChecked: true, comparedWith: null },
  fault: null,
};

const SIGNED: IntegrityAnswer = {
  ...{ length: 1_200, publicKey: "guestlist.example.com/t+00000000+AQ==", places: ["folder"] },
  checkpoints: [{ number: 1, size: 1_000, coversUntil: 0, note: "a note\n", delivered: [] }],
};

const saved = vi.spyOn(files, "saveFile").mockImplementation(() => undefined);

beforeEach(() => saved.mockClear());

/** The page over a server that answers each of its paths so; a function is told what was sent. */
async function opened(
  answers: Readonly<Record<string, (sent: string) => Response>>,
  persona = "Grace Okafor",
) {
  const testTenant = await createTestTenant();
  const all: typeof answers = { "GET /api/integrity": () => Response.json(SIGNED), ...answers };
  testTenant.api.instead = async (request) => {
    const { pathname } = new URL(request.url);
    const answer = all[`${request.method} ${pathname}`];
    return answer === undefined ? null : answer(await request.text());
  };
  const page = await renderPage(testTenant, <IntegrityPage />, {
    persona,
    path: "/history/integrity",
  });
  await screen.findByText("Checkpoints");
  return page;
}

const checking = (found: Partial<CheckAnswer>) => ({
  "POST /api/integrity/check": () => Response.json({ ...WHOLE, ...found }),
});

const refusing = (kind: string, message: string, field: string | null, status: number) => () =>
  Response.json({ kind, message, field }, { status });

describe("A check", () => {
  test("that finds nothing says how much fits, and what a checkpoint covers", async () => {
    const sent: string[] = [];
    const { user } = await opened({
      "POST /api/integrity/check": (body) => {
        sent.push(body);
        return Response.json(WHOLE);
      },
    });
    await user.click(screen.getByRole("button", { name: "Check now" }));
    const verdict = await screen.findByText(
      "No change was found; no checkpoint covers the last 200 entries yet",
    );
    const sentences = verdict.parentElement?.textContent ?? "";
    expect(sentences).toContain("1,200 entries, 2 name records and 1 text are consistent.");
    expect(sentences).toContain(
      "covers the first 1,000; the last 200 could be cut off without a trace.",
    );
    expect(sentences).toContain(WHOLE.head);
    expect(sent).toEqual(['{"checkpoint":null}']);
    expect(screen.queryByText(/erased\./)).not.toBeInTheDocument();
  });

  test("that finds something names it, and says that nothing was changed", async () => {
    const { user } = await opened(checking({ fault: "Entry 7 (x): it was edited." }));
    await user.click(screen.getByRole("button", { name: "Check now" }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("The history is not intact");
    expect(alert).toHaveTextContent("Entry 7 (x): it was edited.");
    expect(alert).toHaveTextContent("Nothing was changed by this check.");
    expect(screen.queryByText(/^No change was found/)).not.toBeInTheDocument();
  });

  test("against a checkpoint that was kept says that it goes on from it", async () => {
    const sent: string[] = [];
    const { user } = await opened({
      "POST /api/integrity/check": (body) => {
        sent.push(body);
        return Response.json({ ...WHOLE, comparedWith: 900, signaturesChecked: false });
      },
    });
    await user.type(screen.getByLabelText("A checkpoint that you kept (optional)"), "a note");
    await user.click(screen.getByRole("button", { name: "Check now" }));
    expect(
      await screen.findByText(/continues from your checkpoint of 900 entries/),
    ).toBeInTheDocument();
    expect(screen.getByText(/who signed the checkpoints was not checked/)).toBeInTheDocument();
    expect(sent).toEqual(['{"checkpoint":"a note"}']);
  });

  test("takes a checkpoint from its file, and refuses one that is too large at the field", async () => {
    const sent: string[] = [];
    const { user } = await opened({
      "POST /api/integrity/check": (body) => {
        sent.push(body);
        return Response.json(WHOLE);
      },
    });
    const field = screen.getByLabelText("A checkpoint that you kept (optional)");
    const input = screen.getByLabelText("File of a checkpoint");
    await user.upload(input, new File(["x".repeat(20_001)], "film.mp4"));
    expect(await screen.findByText("film.mp4 is too large for a checkpoint.")).toBeInTheDocument();
    expect(field).toBeInvalid();
    await user.click(screen.getByRole("button", { name: "Check now" }));
    expect(sent).toEqual([]);
    await user.upload(input, new File(["a note"], "kept.checkpoint"));
    await vi.waitFor(() => {
      expect(field).toHaveValue("a note");
    });
    expect(field).toBeValid();
    await user.click(screen.getByRole("button", { name: "Check now" }));
    await screen.findByText(/^No change was found/);
    expect(sent).toEqual(['{"checkpoint":"a note"}']);
  });

  test("whose checkpoint is none is refused at its field, until another one is given", async () => {
    const { user } = await opened({
      "POST /api/integrity/check": refusing("invalid", "This is no checkpoint.", "checkpoint", 400),
    });
    const field = screen.getByLabelText("A checkpoint that you kept (optional)");
    await user.type(field, "x");
    await user.click(screen.getByRole("button", { name: "Check now" }));
    expect(await screen.findByText("This is no checkpoint.")).toBeInTheDocument();
    expect(field).toBeInvalid();
    await user.type(field, "y");
    expect(field).toBeValid();
  });

  test("that could not be made says so", async () => {
    const { user } = await opened({
      "POST /api/integrity/check": refusing("conflict", "It is being checked already.", null, 409),
    });
    await user.click(screen.getByRole("button", { name: "Check now" }));
    expect(await screen.findByText(/It is being checked already/)).toBeInTheDocument();
    expect(screen.getByText(/The history was not checked/)).toBeInTheDocument();
  });

  test.each([
    [{ erased: 3, erasedUnrecorded: 0 }, "3 name records and texts were erased."],
    [
      { erased: 1, erasedUnrecorded: 1 },
      "1 name record or text was erased. 1 of them has no entry of an erasure.",
    ],
    [{ signedLength: 0 }, "No checkpoint covers them"],
    [{ signedLength: 1_200 }, "A checkpoint covers all of them."],
  ])("of %o says “%s”", async (found, words) => {
    const { user } = await opened(checking(found));
    await user.click(screen.getByRole("button", { name: "Check now" }));
    await screen.findByText(
      /^The history is intact$|^The entries are consistent$|^No change was found/,
    );
    expect(document.body.textContent).toContain(words);
  });
});

describe("Checkpoints", () => {
  test("are listed with where they arrived, and saved word for word", async () => {
    const { user } = await opened({});
    const table = within(screen.getByRole("table"));
    expect(table.getByText("Folder: not delivered")).toBeInTheDocument();
    await user.click(
      table.getByRole("button", { name: "Download the checkpoint of 1000 entries" }),
    );
    expect(saved).toHaveBeenCalledExactlyOnceWith(
      "a note\n",
      "guestlist-1000.checkpoint",
      "text/plain",
    );
  });

  test("are taken by an operator, and not by a reader", async () => {
    const taken: string[] = [];
    const take = {
      "POST /api/integrity/checkpoint": () => {
        taken.push("one");
        return Response.json({ checkpoint: SIGNED.checkpoints[0] });
      },
    };
    const { user, unmount } = await opened(take);
    await user.click(screen.getByRole("button", { name: "Sign a checkpoint now" }));
    await vi.waitFor(() => {
      expect(taken).toHaveLength(1);
    });
    unmount();
    const reader = await opened(take, "Rhea Castellanos");
    const button = screen.getByRole("button", { name: "Sign a checkpoint now" });
    await pressInVain(reader.user, button);
    expect(
      screen.getByText(
        "You have read-only access. To act, you need the app role Governance.Operator.",
      ),
    ).toBeInTheDocument();
    expect(taken).toHaveLength(1);
  });

  test("are not there where nothing is signed, and the page says what that means", async () => {
    const unsigned = { ...SIGNED, publicKey: null, checkpoints: [] };
    await opened({ "GET /api/integrity": () => Response.json(unsigned) });
    expect(screen.getByText("Nothing is signed")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Sign a checkpoint now" })).not.toBeInTheDocument();
  });
});

describe("An export", () => {
  test("is saved as it came, under the tenant's name", async () => {
    const { user } = await opened({
      "GET /api/integrity/export": () => new Response('{"format":"x"}\n{"type":"end"}\n'),
    });
    await user.click(screen.getByRole("button", { name: "Export the whole history" }));
    await vi.waitFor(() => {
      expect(saved).toHaveBeenCalledOnce();
    });
    const [text, name] = saved.mock.calls[0] ?? [];
    expect(text).toBe('{"format":"x"}\n{"type":"end"}\n');
    expect(name).toMatch(/^guestlist-history-[0-9a-f-]{36}\.ndjson$/);
  });

  test("that was cut off saves nothing", async () => {
    const { user } = await opened({
      "GET /api/integrity/export": () => new Response('{"format":"x"}\n'),
    });
    await user.click(screen.getByRole("button", { name: "Export the whole history" }));
    expect(await screen.findByText(/Nothing was saved/)).toBeInTheDocument();
    expect(saved).not.toHaveBeenCalled();
  });

  test("that fails saves nothing, and says so", async () => {
    const { user } = await opened({
      "GET /api/integrity/export": refusing("unavailable", "It cannot be reached.", null, 503),
    });
    await user.click(screen.getByRole("button", { name: "Export the whole history" }));
    expect(await screen.findByText(/Nothing was saved/)).toBeInTheDocument();
    expect(saved).not.toHaveBeenCalled();
  });
});
