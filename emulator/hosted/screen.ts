import { type Markup, markup } from '../server/markup';
import { html, type Reply, type Request } from '../server/messages';
import type { FlowRow } from '../state/rows-flows';
import type { World } from '../world';
import { stepPath } from './flow';
import { hostedPage, type Page } from './layout';

/** One screen of the hosted pages: how it looks, and what its form does. */
export type Screen = {
  readonly show: (world: World, flow: FlowRow, request: Request) => Reply;
  readonly submit: (world: World, flow: FlowRow, request: Request) => Reply;
};

/** What a screen says about a refused form: by field name, and `form` for the whole. */
export type ScreenErrors = Readonly<Record<string, string>>;

/** The answer for a screen, placed in the sequence when it has a `step`. */
export function showPage(
  flow: FlowRow,
  page: Omit<Page, 'progress'> & { readonly step?: number },
): Reply {
  const { step: usual, ...rest } = page;
  // Nobody who was vouched for sees the phone number and the code.
  const left = flow.isVouchedFor ? 2 : 0;
  const step = usual !== undefined && usual > left ? usual - left : usual;
  const of = (flow.bypassConnect ? 3 : 4) - left;
  return html(200, hostedPage({ ...rest, ...(step ? { progress: { step, of } } : {}) }));
}

/** The quiet way out at the foot of a screen. */
export function cancelForm(flow: FlowRow): Markup {
  return markup`<form method="post" action="${stepPath(flow, 'cancel')}"><button class="quiet">Cancel</button></form>`;
}

/** The only way on from a screen where nothing else can be done. */
export function returnForm(flow: FlowRow, clientName: string): Markup {
  return markup`<form method="post" action="${stepPath(flow, 'cancel')}"><button class="primary">Return to ${clientName}</button></form>`;
}

/** A phone number as people write it: `(555) 777-1234`. */
export function prettyPhone(phone: string): string {
  const digits = phone.replace(/^\+1/, '');
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
}
