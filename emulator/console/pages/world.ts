import { consoleTime } from '../../clock/format';
import { seeds } from '../../seeds/seeds';
import { markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import type { ConsoleContext } from '../context';
import { commandButton, commandField, commandForm } from '../forms';
import { consolePage } from '../layout';

const path = '/console/world';

/** The world as a whole: begin again, keep it, bring it back; and the client's secret. */
export function worldPage({ world, director }: ConsoleContext): Handler {
  return () => {
    const snapshots = director.snapshots();
    const { oldSecret, signingSecret, clientSecret } = world.client;
    const signsWithOld = signingSecret !== clientSecret;
    return consolePage({
      path,
      title: 'World',
      live: ['users', 'clock'],
      body: markup`
<h1>World</h1>
<p class="intro">Begin again, keep a state, and bring it back.</p>
<section><h2>Begin again</h2><p>The client’s keys and the snapshots stay; everything else goes.</p>
<div class="actions">${commandButton(path, 'reset', 'Empty world')}</div></section>
<section><h2>Seeds</h2><ul class="rows">${seeds.map(({ name, does }) => markup`<li><div><span class="row-main"><strong>${name}</strong><span class="soft">${does}</span></span>${commandButton(path, 'seed', 'Begin with it', { name })}</div></li>`)}</ul></section>
<section><h2>Snapshots</h2>
${commandForm(path, 'snapshot save', 'Save', commandField('name', 'name', 'Save this world as', { hint: 'before-the-payment' }))}
${snapshots.length > 0 && markup`<ul class="rows">${snapshots.map((name) => markup`<li><div><span class="row-main"><strong>${name}</strong></span>${commandButton(path, 'snapshot restore', 'Restore', { name })}</div></li>`)}</ul>`}</section>
<section><h2>Send a webhook</h2>
${commandForm(
  path,
  'trigger',
  'Send',
  markup`${commandField('type', 'type', 'Type', { hint: 'transfer_updated' })}${commandField('resource', 'resource', 'Resource', { hint: 'its id; empty for the newest of the user' })}${commandField('trigger-user', 'user', 'User', { hint: 'user id' })}`,
)}</section>
<section><h2>Client secret</h2><p>${
        oldSecret === null
          ? 'It has not been rotated.'
          : `Basic takes the old one until ${consoleTime(oldSecret.acceptedUntilMs)}; webhooks are signed with the ${signsWithOld ? 'old' : 'new'} one.`
      }</p>
<div class="actions">${commandButton(path, 'secret rotate', 'Rotate')}${
        oldSecret !== null &&
        commandButton(
          path,
          'secret sign-with',
          signsWithOld ? 'Sign with the new one' : 'Sign with the old one',
          {
            which: signsWithOld ? 'new' : 'old',
          },
        )
      }</div></section>`,
    });
  };
}
