import { institutions } from '../../rules/institutions';
import { markup } from '../../server/markup';
import { draftOf, goOn, moveTo, sendBack, stepPath } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

/** The list of banks. */
export const banksScreen: Screen = {
  show: (world, flow) => {
    const { errors } = draftOf(flow, 'banks');
    return showPage(flow, {
      step: 4,
      title: 'Choose your bank',
      body: markup`
<h1 tabindex="-1" data-focus>Connect New Bank</h1>
<p class="lead">Choose the bank where you have the account that ${world.clientName} may use.</p>
${errors.form && markup`<p class="alert" role="alert">${errors.form}</p>`}
<form method="post" action="${stepPath(flow, 'banks')}">
<ul class="choices">${institutions.map(({ id, name }) => markup`<li><button class="choice" name="bank" value="${id}">${name}</button></li>`)}</ul>
</form>
${cancelForm(flow)}`,
    });
  },
  submit: (world, flow, request) => {
    const bank = institutions.find(({ id }) => id === request.form.text('bank'));
    if (bank === undefined) {
      const errors = { form: 'Choose one of the banks.' };
      return sendBack(world, flow, { step: 'banks', errors, values: {} });
    }
    const chosen = { institutionId: bank.id, username: null };
    return goOn(moveTo(world, { ...flow, bank: chosen }, 'bank_login'));
  },
};
