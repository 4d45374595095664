/** Focuses the first field that is wrong, whatever kind of control it is. */
export function focusFirstError(form: HTMLElement): void {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  const inner = wrong?.querySelector<HTMLElement>("input:checked, input, textarea, select");
  (inner ?? wrong)?.focus();
}
