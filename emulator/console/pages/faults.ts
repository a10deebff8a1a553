import { consoleTime } from '../../clock/format';
import { webhookTypes } from '../../contract';
import { operationNames } from '../../control/commands/faults';
import { describeParameters } from '../../faults/describe-parameters';
import { stateOfFault } from '../../faults/faults';
import { type FaultKind, faultGroups } from '../../faults/kind';
import { faultKinds } from '../../faults/kinds';
import { type Markup, markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import type { FaultRow } from '../../state/rows-faults';
import type { ConsoleContext } from '../context';
import { commandButton, commandField, commandForm } from '../forms';
import { consolePage, emptyState } from '../layout';

const path = '/console/faults';
const shownFaults = 100;

/** What goes wrong at the moment, and everything that can. */
export function faultsPage({ world, director }: ConsoleContext): Handler {
  return () => {
    const rows = world.store.faults.all(shownFaults);
    const held = director.breakpoints.list();
    return consolePage({
      path,
      title: 'Faults',
      live: ['faults', 'clock'],
      body: markup`
<h1>Faults</h1>
<p class="intro">Make things go wrong, and see whether your app stays right. Faults survive a restart; the request log names those that struck.</p>
${
  held.length > 0 &&
  markup`<section><div class="section-head"><h2>Held calls</h2>${commandButton(path, 'breakpoint release', 'Release all')}</div>
<ul class="rows">${held.map((call) => markup`<li><div><span class="row-main"><strong>${call.operation}</strong><span class="soft">${call.at} its ${call.at === 'before' ? 'work' : 'answer'}, since ${consoleTime(call.sinceMs)}</span></span>${commandButton(path, 'breakpoint release', 'Release', { id: call.id })}</div></li>`)}</ul></section>`
}
<section><div class="section-head"><h2>Added</h2>${rows.length > 0 && commandButton(path, 'fault clear', 'Remove all')}</div>
${
  rows.length === 0
    ? emptyState('Nothing goes wrong', 'Add a fault below.')
    : markup`<ul class="rows">${rows.map((row) => faultRow(row, world.clock.now()))}</ul>`
}</section>
<section><h2>Add one</h2>
${commandForm(
  path,
  'fault add',
  'Add fault',
  markup`<label for="kind">Kind</label><select id="kind" name="kind">${faultKinds.map(({ name }) => markup`<option>${name}</option>`)}</select>
${commandField('on', 'on', 'On', { value: '*', list: 'names', hint: 'routines.create, cards.*, transfer_updated, or *' })}
<datalist id="names">${[...operationNames, ...webhookTypes].map((name) => markup`<option value="${name}"></option>`)}</datalist>
${commandField('user', 'user', 'Only for the user', { hint: 'user id; empty for everybody' })}
${commandField('nth', 'nth', 'From the nth call', { hint: '1' })}
${commandField('count', 'count', 'So many times', { hint: 'empty for always' })}
${commandField('probability', 'probability', 'With a chance of', { hint: '1' })}
${commandField('for', 'for', 'For so long', { hint: '10m; empty for ever' })}
${commandField('values', 'values', 'Its own values', { hint: 'ms=200, or status=503' })}`,
)}</section>
${Object.entries(faultGroups).map(
  ([group, title]) =>
    markup`<section><h2>${title}</h2><ul class="rows">${faultKinds.filter((kind) => kind.group === group).map(kindRow)}</ul></section>`,
)}`,
    });
  };
}

function faultRow(row: FaultRow, nowMs: number): Markup {
  const state = stateOfFault(row, nowMs);
  const facts = [
    row.userId !== null && `user ${row.userId}`,
    row.nth > 1 && `from call ${row.nth}`,
    row.left !== null && `${row.left} more`,
    row.probability < 1 && `chance ${row.probability}`,
    row.expiresMs !== null && `until ${consoleTime(row.expiresMs)}`,
    ...Object.entries(row.parameters).map(([name, value]) => `${name} ${String(value)}`),
    `struck ${row.hits} of ${row.seen}`,
  ].filter((fact) => fact !== false);
  return markup`<li><div><span class="row-main"><span><strong>${row.kind}</strong> on <code>${row.on}</code>${state !== 'active' && markup` <span class="badge is-plain">${state}</span>`}</span><span class="soft">${facts.join(' · ')}</span></span>${commandButton(path, 'fault remove', 'Remove', { id: row.id })}</div></li>`;
}

function kindRow(kind: FaultKind): Markup {
  const takes = Object.entries(describeParameters(kind)).map(([name, text]) => `${name}: ${text}`);
  return markup`<li><div><span class="row-main"><code>${kind.name}</code><span class="soft">${kind.does}${takes.length > 0 && ` Takes ${takes.join('; ')}.`}</span></span>${commandButton(path, 'fault add', 'Once', { kind: kind.name, count: '1' })}</div></li>`;
}
