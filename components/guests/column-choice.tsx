"use client";

import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ColumnTripleEditRegular } from "@fluentui/react-icons";

interface ColumnChoiceProps {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

/** Which columns the grid shows; the first one always stays. */
export function ColumnChoice({ columns, hidden, onChange }: ColumnChoiceProps) {
  const optional = columns.slice(1);
  return (
    <Menu
      checkedValues={{ columns: optional.map(({ id }) => id).filter((id) => !hidden.includes(id)) }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        onChange(optional.map(({ id }) => id).filter((id) => !checkedItems.includes(id)));
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
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
