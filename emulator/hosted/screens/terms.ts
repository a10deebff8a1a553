import { markup } from '../../server/markup';
import { enter } from '../enter';
import { goOn, moveTo, stepPath } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

/** The authorization: Astra's terms, and what the partner may do. */
export const termsScreen: Screen = {
  show: (world, flow) =>
    showPage(flow, {
      step: 1,
      title: 'Authorize',
      body: markup`
<h1 tabindex="-1" data-focus>${world.clientName} uses Astra to move your money</h1>
<p class="lead">${world.clientName} never sees your card or account numbers.</p>
<ul class="points">
<li>Link your debit cards and bank accounts</li>
<li>Send and receive money between them</li>
<li>Withdraw this authorization at any time</li>
</ul>
<form method="post" action="${stepPath(flow, 'terms')}">
<p class="consent">By choosing Authorize you agree to Astra’s <a href="/legal/terms" target="_blank" rel="noopener">Terms of Service</a> and <a href="/legal/privacy" target="_blank" rel="noopener">Privacy Policy</a>, and you let ${world.clientName} act on your instructions.</p>
<button class="primary">Authorize</button>
</form>
${cancelForm(flow)}`,
    }),
  submit: (world, flow) => {
    const { isVouchedFor, provenPhone } = flow;
    if (isVouchedFor && provenPhone !== undefined) return goOn(enter(world, flow, provenPhone));
    return goOn(moveTo(world, flow, 'phone'));
  },
};
