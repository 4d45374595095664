/** Moves the focus to the field under this label, once the step that has it is shown. */
export function focusField(form: HTMLElement | null, label: string): void {
  requestAnimationFrame(() => {
    const found = [...(form?.querySelectorAll("label") ?? [])].find(({ textContent }) =>
      textContent.startsWith(label),
    );
    found?.control?.focus();
  });
}
