/**
 * The example person whom Astra's sandbox approves, by the names of our form's fields. The phone is
 * made up anew each time, because a number belongs to the first person who confirms it. Astra's own
 * sandbox sends real text messages unless test numbers are switched on there: type yours then.
 */
export function sandboxPerson(): Readonly<Record<string, string>> {
  const digits = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return {
    firstName: 'Edmund',
    lastName: 'Hillary',
    dateOfBirth: '1985-02-03',
    ssn: '1234',
    phone: `555${2 + (digits % 8)}${String(digits % 1_000_000).padStart(6, '0')}`,
    address1: '123 Astra Ave',
    address2: '',
    city: 'Palo Alto',
    state: 'CA',
    postalCode: '94304',
  };
}

/** Types values into a form as a person would, so that anything that listens hears of it. */
export function fillIn(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const control = form.elements.namedItem(name);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) continue;
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
