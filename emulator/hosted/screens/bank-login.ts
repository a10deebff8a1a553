import { reconnectAccount } from '../../engine/connections';
import { bankLogins, findLogin } from '../../rules/bank-logins';
import { markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import type { FlowRow } from '../../state/rows-flows';
import type { World } from '../../world';
import { bankOfFlow, brokenAccount } from '../bank-of-flow';
import { field, focusedField } from '../fields';
import { draftOf, finish, goOn, moveTo, sendBack, stepPath } from '../flow';
import { sandboxHint } from '../sandbox-hint';
import { cancelForm, type Screen, type ScreenErrors, showPage } from '../screen';

/** Signs in to the bank: to choose accounts there, or to connect one again. */
export const bankLoginScreen: Screen = {
  show: (world, flow) => page(world, flow),
  submit: (world, flow, request) => {
    const username = request.form.text('username');
    const password = request.form.text('password');
    const login = findLogin(username, password);
    if (login === undefined) {
      const errors = loginErrors(username, password);
      return sendBack(world, flow, { step: 'bank_login', errors, values: { username } });
    }
    const account = brokenAccount(world, flow);
    if (account !== undefined) {
      reconnectAccount(world, account.id);
      return goOn(finish(world, flow));
    }
    const bank = { institutionId: bankOfFlow(world, flow).id, username };
    return goOn(moveTo(world, { ...flow, bank }, 'bank_accounts'));
  },
};

function loginErrors(username: string, password: string): ScreenErrors {
  if (username !== '' && password !== '') {
    return { password: 'The bank does not know this username with this password. Try again.' };
  }
  return {
    ...(username === '' && { username: 'Enter your username at the bank.' }),
    ...(password === '' && { password: 'Enter your password at the bank.' }),
  };
}

function page(world: World, flow: FlowRow): Reply {
  const { errors, values } = draftOf(flow, 'bank_login');
  const focus = focusedField(errors, ['username', 'password'], 'username');
  const bank = bankOfFlow(world, flow);
  const account = brokenAccount(world, flow);
  return showPage(flow, {
    step: 4,
    title: 'Sign in to your bank',
    body: markup`
<h1>Sign in to ${bank.name}</h1>
<p class="lead">${
      account === undefined
        ? markup`${world.clientName} never sees your password. <a href="${stepPath(flow, 'banks')}">Choose another bank</a>`
        : markup`The connection to ${account.name} <span class="nowrap">•••• ${account.mask}</span> is lost. Sign in to connect it again.`
    }</p>
${sandboxHint(bankLogins.map((one) => [`${one.username} / ${one.password}`, one.behaviour]))}
<form method="post" action="${stepPath(flow, 'bank_login')}" novalidate>
${field({
  name: 'username',
  label: 'Username',
  value: values.username ?? '',
  error: errors.username,
  autocomplete: 'off',
  focus: focus === 'username',
})}
${field({
  name: 'password',
  label: 'Password',
  type: 'password',
  error: errors.password,
  autocomplete: 'off',
  focus: focus === 'password',
})}
<button class="primary">Sign in</button>
</form>
${cancelForm(flow)}`,
  });
}
