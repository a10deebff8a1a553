import { markup } from '../../server/markup';
import type { FlowRow } from '../../state/rows-flows';
import { expectedPhone } from '../check-link';
import { field } from '../fields';
import { draftOf, goOn, sendBack, stepPath } from '../flow';
import { cancelForm, prettyPhone, type Screen, showPage } from '../screen';
import { sendCode } from '../sms';

/** Asks for the phone number, which the link may have filled in and locked. */
export const phoneScreen: Screen = {
  show: (_world, flow) => page(flow),
  submit: (world, flow, request) => {
    const typed = flow.phoneReadOnly ? (flow.phone ?? '') : request.form.text('phone');
    const phone = readPhone(typed);
    const refuse = (text: string) =>
      sendBack(world, flow, { step: 'phone', errors: { phone: text }, values: { phone: typed } });
    if (phone === undefined) return refuse('Enter a US phone number with ten digits.');
    const expected = expectedPhone(world, flow);
    if (expected !== undefined && expected !== phone) {
      return refuse('This is not the number you signed up with. Enter that one.');
    }
    return goOn(sendCode(world, flow, phone));
  },
};

function page(flow: FlowRow) {
  const { errors, values } = draftOf(flow, 'phone');
  const sentTo = flow.sms?.phone ?? flow.phone;
  const value = values.phone ?? (sentTo === null ? '' : prettyPhone(sentTo));
  const hint = flow.phoneReadOnly
    ? 'This is the number you signed up with.'
    : 'The number you signed up with. Message rates may apply.';
  return showPage(flow, {
    step: 2,
    title: 'Your phone number',
    body: markup`
<h1>Confirm your phone number</h1>
<p class="lead">We’ll text you a code to make sure it’s you.</p>
<form method="post" action="${stepPath(flow, 'phone')}" novalidate>
${field({
  name: 'phone',
  label: 'Phone number',
  type: 'tel',
  value,
  hint,
  error: errors.phone,
  autocomplete: 'tel-national',
  inputmode: 'tel',
  readonly: flow.phoneReadOnly,
  focus: true,
})}
<button class="primary">Send code</button>
</form>
${cancelForm(flow)}`,
  });
}

/** Accepts what people type: brackets, dots, spaces, with or without the country code. */
function readPhone(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return /^\d{10}$/.test(digits) ? `+1${digits}` : undefined;
}
