/** Moves the focus to the first field with an error, whatever kind of control it is, once the errors are shown. */
export function focusFirstError(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const invalid = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const inner = invalid?.querySelector<HTMLElement>("input:checked, input, textarea, select");
    (inner ?? invalid)?.focus();
  });
}
