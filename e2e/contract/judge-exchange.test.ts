import { describe, expect, test } from "vitest";
import { type Exchange, readTraffic } from "./exchange.ts";
import { judgeExchange } from "./judge-exchange.ts";
import { OpenApi } from "./openapi.ts";
import { smallDescription } from "./small-description.ts";

const api = new OpenApi(smallDescription);

function said(exchange: Partial<Exchange>): string[] {
  const whole: Exchange = {
    method: "GET",
    path: "/users",
    query: "",
    requestBody: null,
    status: 200,
    responseBody: { value: [] },
    ...exchange,
  };
  return judgeExchange(api, whole).flatMap(({ disagreements }) => disagreements);
}

const ofUser = (user: unknown) => said({ path: "/v1.0/users/7", responseBody: user });

describe("what agrees with a description", () => {
  test.each<[string, Partial<Exchange>]>([
    [
      "a page with some properties and a link",
      {
        query: "$top=5&$skiptoken=x",
        responseBody: { "@odata.nextLink": "https://…", value: [{ id: "7", displayName: null }] },
      },
    ],
    ["members with an @", { path: "/users/7", responseBody: { "@odata.context": "…", id: "7" } }],
    [
      "a value of an enum, and null where it may be",
      {
        responseBody: { value: [{ state: "Accepted" }, { state: null }] },
      },
    ],
    [
      "a nullable choice",
      {
        responseBody: { value: [{ activity: null }, { activity: { at: "2026-01-01T00:00:00Z" } }] },
      },
    ],
    [
      "a derived type that says so",
      {
        path: "/users/7/memberOf",
        responseBody: {
          value: [{ "@odata.type": "#microsoft.graph.group", visibility: "Public" }],
        },
      },
    ],
    [
      "a cast that the description does not spell out",
      {
        path: "/users/7/memberOf/microsoft.graph.group",
        responseBody: { value: [{ "@odata.type": "#microsoft.graph.group", id: "8" }] },
      },
    ],
    ["a path about myself", { path: "/me/memberOf", responseBody: { value: [] } }],
    [
      "users in their delta",
      {
        path: "/users/delta",
        responseBody: {
          value: [
            { id: "7", displayName: "A" },
            { id: "8", "@removed": {} },
          ],
        },
      },
    ],
    [
      "a function of a collection, which takes what a collection does",
      { path: "/users/filterByCurrentUser(on='reviewer')", query: "$top=5&$filter=id eq '7'" },
    ],
    ["a plain number", { path: "/users/$count", responseBody: 7 }],
    [
      "a change without an answer",
      {
        method: "PATCH",
        path: "/users/7",
        requestBody: { accountEnabled: false },
        status: 204,
        responseBody: null,
      },
    ],
    ["a refusal", { status: 403, query: "$skip=1", responseBody: { error: { code: "x" } } }],
    [
      "a filter on a count, listed or not",
      { path: "/users/$count", query: "$filter=userType eq 'Guest'", responseBody: 7 },
    ],
    ["a path that both refuse", { path: "/nothing", status: 400, responseBody: {} }],
  ])("%s", (_what, exchange) => {
    expect(said(exchange)).toEqual([]);
  });
});

describe("what disagrees", () => {
  test.each<[string, Partial<Exchange>, RegExp]>([
    ["an unknown path", { path: "/teams" }, /no such path/],
    [
      "a path that the simulator too says it lacks",
      { path: "/teams", status: 501 },
      /no such path/,
    ],
    ["an unknown method", { method: "DELETE", status: 204, responseBody: null }, /no such path/],
    ["an unknown query option", { query: "$skip=5" }, /no query option '\$skip'/],
    [
      "an option that no count takes",
      { path: "/users/$count", query: "$top=5", responseBody: 7 },
      /no query option '\$top'/,
    ],
    ["an undescribed status", { status: 202 }, /no answer 202/],
    [
      "a body where there is none",
      {
        method: "PATCH",
        path: "/users/7",
        status: 204,
        responseBody: {},
      },
      /has a body/,
    ],
    ["no body where there is one", { responseBody: null }, /has no body/],
    ["an error without a code", { status: 400, responseBody: { error: {} } }, /lacks 'code'/],
    [
      "a request with a wrong type",
      {
        method: "PATCH",
        path: "/users/7",
        requestBody: { accountEnabled: "no" },
        status: 204,
        responseBody: null,
      },
      /request: accountEnabled must be boolean/,
    ],
    [
      "a request with an unknown property",
      {
        method: "PATCH",
        path: "/users/7",
        requestBody: { accountEnable: false },
        status: 204,
        responseBody: null,
      },
      /'accountEnable', which user does not/,
    ],
    [
      "another kind behind a cast",
      {
        path: "/users/7/memberOf/microsoft.graph.group",
        responseBody: { value: [{ "@odata.type": "#microsoft.graph.user", id: "8" }] },
      },
      /behind a cast/,
    ],
    [
      "an unknown type",
      {
        path: "/users/7/memberOf",
        responseBody: { value: [{ "@odata.type": "#microsoft.graph.robot" }] },
      },
      /no type '#microsoft.graph.robot'/,
    ],
    [
      "a type that is none of the declared kind",
      {
        path: "/users/7/memberOf",
        responseBody: { value: [{ "@odata.type": "#microsoft.graph.activity" }] },
      },
      /is no directoryObject/,
    ],
  ])("%s", (_what, exchange, message) => {
    expect(said(exchange).join("\n")).toMatch(message);
  });

  test.each([
    ["a property that does not exist", { displayname: "A" }, "has 'displayname'"],
    ["null where it may not be", { accountEnabled: null }, "accountEnabled may not be null"],
    ["a value outside the enum", { state: "Gone" }, "state must be equal to one of"],
    [
      "an instant that is none",
      { deletedDateTime: "yesterday" },
      "deletedDateTime must match format",
    ],
    ["a wrong value in a choice", { activity: { at: 7 } }, "activity.at must be string"],
    ["a list where an object belongs", [], "the body must be an object"],
  ])("%s", (_what, user, message) => {
    expect(ofUser(user).join("\n")).toContain(message);
  });

  test("each disagreement says where it stands", () => {
    const responseBody = { value: [{ id: "7" }, { id: 8 }] };
    expect(said({ responseBody })).toEqual(["response: value[1].id must be string: 8"]);
  });
});

test("a batch is judged item by item", () => {
  const requests = [
    { id: "1", method: "GET", url: "/users?$skip=5" },
    { id: "2", method: "GET", url: "https://graph.microsoft.com/v1.0/users/7" },
    { id: "3", method: "GET", url: "/users" },
  ];
  const responses = [
    { id: "2", status: 200, body: { id: 7 } },
    { id: "1", status: 200, body: { value: [] } },
  ];
  const batch = { method: "POST", path: "/v1.0/$batch", query: "", requestBody: { requests } };
  const verdicts = judgeExchange(api, { ...batch, status: 200, responseBody: { responses } });
  expect(verdicts.map(({ disagreements }) => disagreements)).toEqual([
    ["/users has no query option '$skip'"],
    ["response: id must be string: 7"],
  ]);
});

describe("recorded traffic", () => {
  const line = JSON.stringify({ method: "GET", path: "/v1.0/users", status: 200 });

  test("is read line by line, without what browsers ask for themselves", () => {
    const preflight = JSON.stringify({ method: "OPTIONS", path: "/v1.0/users", status: 204 });
    expect(readTraffic(`${line}\n${preflight}\n\n`)).toMatchObject([
      { method: "GET", query: "", requestBody: null },
    ]);
  });

  test("names the line that is no exchange", () => {
    expect(() => readTraffic(`${line}\n{"method":"GET"}`)).toThrow("line 2");
  });
});

test("a file that is no description is refused", () => {
  expect(() => new OpenApi({ swagger: "2.0" })).toThrow("no OpenAPI document");
});
