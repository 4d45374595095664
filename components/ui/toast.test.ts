import { expect, test } from "vitest";
import { hearToasts, sayToast, type ToastWords } from "./toast";

test("A toast said before anybody listens is heard later, once and in order", () => {
  sayToast({ intent: "info", title: "first" });
  sayToast({ intent: "info", title: "second" });
  const heard: ToastWords[] = [];
  const stop = hearToasts((words) => void heard.push(words));
  sayToast({ intent: "success", title: "third" });
  stop();
  expect(heard.map((words) => words.title)).toEqual(["first", "second", "third"]);
  const again: ToastWords[] = [];
  hearToasts((words) => void again.push(words))();
  expect(again).toEqual([]);
});
