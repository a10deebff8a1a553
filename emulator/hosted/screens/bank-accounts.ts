import { addAccount, type NewAccount, sameAccount } from '../../engine/accounts';
import { type BankAccount, type BankLogin, bankLogins } from '../../rules/bank-logins';
import { type Markup, markup } from '../../server/markup';
import type { FlowRow } from '../../state/rows-flows';
import type { World } from '../../world';
import { bankOfFlow } from '../bank-of-flow';
import { draftOf, finish, goOn, sendBack, stepPath } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

/** Chooses which of the accounts at a bank to link. */
export const bankAccountsScreen: Screen = {
  show: (world, flow) => {
    const { errors } = draftOf(flow, 'bank_accounts');
    const accounts = loginOf(flow)?.accounts ?? [];
    // A mistake opens the page where it can be mended.
    const open = accounts.find(({ number }) => !isLinked(world, flow, number));
    return showPage(flow, {
      step: 4,
      title: 'Choose accounts',
      body: markup`
<h1 tabindex="-1"${errors.accounts === undefined && markup` data-focus`}>Choose your accounts</h1>
<p class="lead">${world.clientName} may use the accounts at ${bankOfFlow(world, flow).name} that you choose here.</p>
<form method="post" action="${stepPath(flow, 'bank_accounts')}">
<fieldset class="bare"${errors.accounts && markup` aria-describedby="accounts-error"`}><legend>Accounts</legend>
<ul class="choices">${accounts.map((account) => accountRow(world, flow, account, errors.accounts !== undefined && account === open))}</ul>
${errors.accounts && markup`<p class="error" role="alert" id="accounts-error">${errors.accounts}</p>`}
</fieldset>
<button class="primary">Link accounts</button>
</form>
${cancelForm(flow)}`,
    });
  },
  submit: (world, flow, request) => {
    const login = loginOf(flow);
    const chosen = (login?.accounts ?? []).filter(
      ({ number }) => request.form.has(`account_${number}`) && !isLinked(world, flow, number),
    );
    if (login === undefined || chosen.length === 0) {
      const errors = { accounts: 'Choose at least one account that is not linked yet.' };
      return sendBack(world, flow, { step: 'bank_accounts', errors, values: {} });
    }
    for (const account of chosen) {
      const row = addAccount(world, flow.personId ?? '', newAccount(world, flow, account));
      if (login.breaks) {
        world.scheduler.plan('break_connection', row.id, world.pace.identityReviewMs);
      }
    }
    return goOn(finish(world, flow));
  },
};

function loginOf(flow: FlowRow): BankLogin | undefined {
  return bankLogins.find(({ username }) => username === flow.bank?.username);
}

function newAccount(world: World, flow: FlowRow, account: BankAccount): NewAccount {
  const bank = bankOfFlow(world, flow);
  return {
    ...account,
    routingNumber: bank.routingNumber,
    institutionId: bank.id,
    institutionName: bank.name,
    madeBy: 'hosted',
  };
}

function isLinked(world: World, flow: FlowRow, number: string): boolean {
  const account = loginOf(flow)?.accounts.find((one) => one.number === number);
  if (account === undefined) return false;
  return sameAccount(world, flow.personId ?? '', newAccount(world, flow, account)) !== undefined;
}

function accountRow(
  world: World,
  flow: FlowRow,
  { number, name, subtype }: BankAccount,
  isFocused: boolean,
): Markup {
  const linked = isLinked(world, flow, number);
  const id = `account_${number}`;
  return markup`<li><label class="choice" for="${id}"><input type="checkbox" id="${id}" name="${id}" value="yes"${linked && markup` disabled`}${isFocused && markup` data-focus`}><span>${name}<span class="hint">${subtype}${linked && ', linked already'}</span></span><span class="mono">•••• ${number.slice(-4)}</span></label></li>`;
}
