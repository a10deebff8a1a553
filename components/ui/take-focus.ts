/** As the `ref` of an element that appears in place of what had the focus: takes the focus over. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
