import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { erasureRequest, type ErasureRequest } from "@/lib/contract/erasures";
import { ErasePersonPage } from "./erase-person-page";

const PERSON = "5d0c1f0e-3f6b-4d2a-9a44-0a6f1b2c3d4e";
const SOMETHING = { cards: 3, texts: 1, displayName: "Ada of Partner" };

/** Opens the page over a server with this preview, which answers erasures in turn. */
async function opened(
  preview: object,
  answers: readonly (() => Response)[] = [],
  persona = "Grace Okafor",
) {
  const testTenant = await createTestTenant();
  const sent: ErasureRequest[] = [];
  testTenant.api.instead = async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== "/api/erasures") return null;
    if (request.method === "GET") return Response.json(preview);
    sent.push(erasureRequest.parse(await request.json()));
    return answers[sent.length - 1]?.() ?? null;
  };
  const { user } = await renderPage(testTenant, <ErasePersonPage personId="" />, {
    persona,
    path: "/settings/erase",
  });
  return { user, sent, testTenant };
}

type User = Awaited<ReturnType<typeof opened>>["user"];

test("A link to it brings the person along", async () => {
  const testTenant = await createTestTenant();
  await renderPage(testTenant, <ErasePersonPage personId={PERSON} />, { path: "/settings/erase" });
  expect(await screen.findByLabelText("Object ID of the person")).toHaveValue(PERSON);
});

const look = async (user: User, person = PERSON) => {
  const field = await screen.findByLabelText("Object ID of the person");
  await user.clear(field);
  await user.type(field, person);
  await user.click(screen.getByRole("button", { name: "Preview" }));
};

const erase = async (user: User) => {
  await user.click(screen.getByRole("button", { name: "Erase 3 name records and 1 text" }));
  await screen.findByText("This cannot be undone");
  const dialog = within(screen.getByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Erase permanently" }));
};

const done = () => Response.json({ cards: 3, texts: 1, seq: 12, recordedAt: 0, repeated: false });

test("An administrator looks what would go, says why, confirms, and is told what went", async () => {
  const { user, sent } = await opened(SOMETHING, [done]);
  await look(user, ` ${PERSON.toUpperCase()} `);
  expect(await screen.findByText("3 name records and 1 text will be erased")).toBeInTheDocument();
  expect(screen.getByText(/Last known as/)).toHaveTextContent("Ada of Partner");
  await user.click(screen.getByRole("button", { name: "Erase 3 name records and 1 text" }));
  expect(screen.getByText("Say why: a reason is required.")).toBeInTheDocument();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  await user.type(screen.getByRole("textbox", { name: "Reason" }), "She asked for it");
  await erase(user);
  expect(await screen.findByText("3 name records and 1 text were erased")).toBeInTheDocument();
  expect(screen.getByText(/Entry 12 records it/)).toBeInTheDocument();
  expect(sent).toEqual([
    { id: expect.any(String) as string, personId: PERSON, reason: "She asked for it" },
  ]);
});

test("What is no object ID is refused at the field, and nobody is asked", async () => {
  const { user, testTenant } = await opened(SOMETHING);
  await look(user, "ada");
  expect(
    screen.getByText("An object ID is a GUID. You find it in the guest's panel."),
  ).toBeInTheDocument();
  expect(testTenant.api.requests.filter((request) => request.includes("/api/erasures"))).toEqual(
    [],
  );
});

test("Where nothing is kept there is nothing to erase", async () => {
  const { user } = await opened({ cards: 0, texts: 0, displayName: null });
  await look(user);
  expect(await screen.findByText(/there is nothing to erase/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Erase/ })).not.toBeInTheDocument();
});

test("A lost answer is asked for again under the same id", async () => {
  const { user, sent } = await opened(SOMETHING, [() => Response.error(), done]);
  await look(user);
  await user.type(await screen.findByRole("textbox", { name: "Reason" }), "She asked for it");
  await erase(user);
  expect(await screen.findByText(/It isn't known whether anything was erased/)).toBeInTheDocument();
  await erase(user);
  expect(await screen.findByText("3 name records and 1 text were erased")).toBeInTheDocument();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test("What the server has against a person stands at the field", async () => {
  const refuse = () =>
    Response.json(
      { kind: "conflict", message: "Nobody erases themselves.", field: "personId" },
      { status: 409 },
    );
  const { user } = await opened(SOMETHING, [refuse]);
  await look(user);
  await user.type(await screen.findByRole("textbox", { name: "Reason" }), "Me");
  await erase(user);
  expect(await screen.findByText("Nobody erases themselves.")).toBeInTheDocument();
  expect(screen.getByLabelText("Object ID of the person")).toBeInvalid();
});

test("A reader has no form, and is told who may", async () => {
  await opened(SOMETHING, [], "Rhea Castellanos");
  expect(await screen.findByText("You cannot erase a person")).toBeInTheDocument();
  expect(screen.queryByLabelText("Object ID of the person")).not.toBeInTheDocument();
});
