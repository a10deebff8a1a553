import { markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import type { FlowRow, SentCode } from '../../state/rows-flows';
import type { World } from '../../world';
import { enter } from '../enter';
import { field } from '../fields';
import { draftOf, goOn, sendBack, stepPath } from '../flow';
import { cancelForm, prettyPhone, type Screen, showPage } from '../screen';
import { mostWrongTries, sendCode } from '../sms';

const spent = 'Too many wrong codes. Send a new one.';

/** Asks for the code from the text message. Passing it makes the person a user of Astra. */
export const codeScreen: Screen = {
  show: (_world, flow) => page(flow),
  submit: (world, flow, request) => {
    const { sms } = flow;
    if (sms === null) return goOn(flow);
    const error = checkCode(world, sms, request.form.text('code').replace(/[\s-]/g, ''));
    if (error === null) return goOn(enter(world, flow, sms.phone));
    if (error !== 'wrong') return refuse(world, flow, error);
    const wrongTries = sms.wrongTries + 1;
    const text =
      wrongTries >= mostWrongTries ? spent : 'That code is not right. Check it and try again.';
    return refuse(world, { ...flow, sms: { ...sms, wrongTries } }, text);
  },
};

/** Sends another code, for a message that never came. */
export function resendCode(world: World, flow: FlowRow): Reply {
  if (flow.step !== 'code' || flow.sms === null) return goOn(flow);
  return goOn(sendCode(world, flow, flow.sms.phone));
}

function refuse(world: World, flow: FlowRow, text: string): Reply {
  return sendBack(world, flow, { step: 'code', errors: { code: text }, values: {} });
}

function checkCode(world: World, sms: SentCode, typed: string): string | null {
  if (sms.wrongTries >= mostWrongTries) return spent;
  if (sms.expiresMs <= world.clock.now()) return 'This code has expired. Send a new one.';
  if (!/^\d{6}$/.test(typed)) return 'Enter the six digits from the message.';
  return typed === sms.code ? null : 'wrong';
}

function page(flow: FlowRow): Reply {
  const { errors } = draftOf(flow, 'code');
  const phone = flow.sms?.phone ?? '';
  return showPage(flow, {
    step: 3,
    title: 'Enter the code',
    body: markup`
<h1>Enter the code</h1>
<p class="lead">We sent six digits to <strong class="nowrap">${prettyPhone(phone)}</strong>.
${!flow.phoneReadOnly && markup`<a href="${stepPath(flow, 'phone')}">Change number</a>`}</p>
<form method="post" action="${stepPath(flow, 'code')}" novalidate>
${field({
  name: 'code',
  label: 'Verification code',
  error: errors.code,
  autocomplete: 'one-time-code',
  inputmode: 'numeric',
  maxlength: 10,
  focus: true,
})}
<button class="primary">Verify</button>
</form>
<form method="post" action="${stepPath(flow, 'resend')}"><button class="secondary">Send a new code</button></form>
${cancelForm(flow)}
<p class="aside">No message is really sent: read it on the <a href="/console/phone" target="_blank" rel="noopener">emulator’s phone</a>.</p>`,
  });
}
