import { type Markup, markup } from '../server/markup';

/** What to type here, for developers. A real page has no such thing. */
export function sandboxHint(items: readonly (readonly [value: string, effect: string])[]): Markup {
  const rows = items.map(
    ([value, effect]) => markup`<li><code>${value}</code><span class="hint">${effect}</span></li>`,
  );
  return markup`<details class="helper"><summary>Sandbox hint</summary><ul>${rows}</ul></details>`;
}
