import { act, render, screen } from "@testing-library/react";
import { createRef, type Ref, startTransition, useImperativeHandle, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { expect, test } from "vitest";
import { useActiveCell } from "./use-active-cell";

type Handle = Pick<ReturnType<typeof useActiveCell>, "goTo"> & { readonly redraw: () => void };

function Cells(props: { readonly ref: Ref<Handle> }) {
  const grid = useRef<HTMLDivElement>(null);
  const [, setDrawn] = useState(0);
  const { active, goTo } = useActiveCell(grid, { rows: 3, columns: 1, page: 1 }, () => undefined);
  useImperativeHandle(props.ref, () => ({
    goTo,
    redraw: () => {
      setDrawn((drawn) => drawn + 1);
    },
  }));
  return (
    <div ref={grid}>
      {["Ada", "Ben", "Cleo"].map((name, row) => (
        <button key={name} data-row={row} data-column={0} tabIndex={active.row === row ? 0 : -1}>
          {name}
        </button>
      ))}
    </div>
  );
}

test("The focus reaches its cell although the grid is drawn once more before it moves there", () => {
  const handle = createRef<Handle>();
  render(<Cells ref={handle} />);
  act(() => {
    handle.current?.goTo({ row: 1, column: 0 }, true);
  });
  expect(screen.getByRole("button", { name: "Ben" })).toHaveFocus();
  act(() => {
    startTransition(() => {
      handle.current?.goTo({ row: 2, column: 0 }, true);
    });
    flushSync(() => {
      handle.current?.redraw();
    });
  });
  expect(screen.getByRole("button", { name: "Cleo" })).toHaveFocus();
});
