"use client";

import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ColumnTripleEditRegular } from "@fluentui/react-icons";
import type { ColumnChoice } from "./use-column-choice";

/** Which columns the grid shows; the first one always stays. */
export function ColumnsMenu({ choice }: { readonly choice: ColumnChoice }) {
  const optional = choice.columns.slice(1).map(({ id, label }) => ({ id, label }));
  const shown = optional.map(({ id }) => id).filter((id) => !choice.hidden.includes(id));
  return (
    <Menu
      checkedValues={{ columns: shown }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const others = choice.hidden.filter((id) => !optional.some((column) => column.id === id));
        const unchecked = optional.map(({ id }) => id).filter((id) => !checkedItems.includes(id));
        // What was chosen of columns that are not there now still holds when they come back.
        choice.choose([...others, ...unchecked]);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<ColumnTripleEditRegular />}>
          Columns
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {optional.map(({ id, label }) => (
            <MenuItemCheckbox key={id} name="columns" value={id}>
              {label}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem
            disabled={choice.isDefault}
            onClick={() => {
              choice.choose(null);
            }}
          >
            Reset to default
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
