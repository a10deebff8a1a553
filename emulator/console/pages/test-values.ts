import { bankLogins } from '../../rules/bank-logins';
import { mostWrongAmounts, verificationCents } from '../../rules/card-verification';
import { testBanks } from '../../rules/instant-networks';
import { clientInstitution } from '../../rules/institutions';
import { formatDollars } from '../../rules/money';
import { partnerEmail, rejectedBirthDate, rejectedPhone } from '../../rules/steering';
import { testAccounts } from '../../rules/test-accounts';
import { testAmounts } from '../../rules/test-amounts';
import { testCards } from '../../rules/test-cards';
import { markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import { consolePage, copyable } from '../layout';

const people = [
  [
    'First name Edmund, last name Hillary, born 1985-02-03, SSN 1234',
    'Approved. So is anybody not named below.',
  ],
  [
    `Born ${rejectedBirthDate}, or phone ${rejectedPhone}`,
    'Rejected: cannot authorize on the hosted pages.',
  ],
  [
    'First name retry',
    'Must enter birth date and SSN once more on the hosted pages; then approved.',
  ],
  ['First name document', 'Must upload a photo ID on the hosted pages; then approved.'],
  ['Business name with reject in it', 'The review of the business rejects it.'],
  [
    'Business name with document in it',
    'The review asks the business for a document, which may be a PDF.',
  ],
] as const;

const accounts = [
  ...testAccounts.map((row) => [`Account number ${row.accountNumber}`, row.behaviour] as const),
  ...testBanks.map((row) => [`Routing number ${row.routingNumber}`, row.behaviour] as const),
];

const amounts = testAmounts.map((row) => [formatDollars(row.cents), row.behaviour] as const);

const more = [
  [
    `Small amounts of a card: ${verificationCents.map(formatDollars).join(' and ')}`,
    `Verify any card on the page for that; a flagged one is usable again. ${mostWrongAmounts} wrong tries end it.`,
  ],
  [
    'Text message codes',
    'Random; read them on the phone. Five wrong tries end a code, ten minutes too.',
  ],
  ['Card security code', 'Any three or four digits.'],
  ['Card expiration', 'Any month from this one on.'],
  [
    `E-mail ${partnerEmail}`,
    'The partner’s own business: it may book between payment instruments.',
  ],
  ['User intents', 'Three for each e-mail address, as at Astra.'],
] as const;

/** Everything that steers the emulator by value. */
export const testValuesPage: Handler = () =>
  consolePage({
    path: '/console/test-values',
    title: 'Test values',
    body: markup`
<h1>Test values</h1>
<p class="intro">What to type to make things happen.</p>
<section><h2>People</h2><dl class="facts wide">${people.map(([value, effect]) => markup`<div><dt>${value}</dt><dd>${effect}</dd></div>`)}</dl></section>
<section><h2>Cards</h2><p>The first two are known from Astra’s sandbox, the others are the emulator’s own. Any other number with a right check digit works as well. Never type a real card.</p>
<ul class="rows cards">${testCards.map(
      (
        card,
      ) => markup`<li><div><span class="row-main"><strong>${card.label}</strong><span class="soft">${card.behaviour}</span></span>
<span class="card-number"><code>${card.number.replace(/(.{4})(?=.)/g, '$1 ')}</code>${copyable(card.number, 'Copy')}</span></div></li>`,
    )}</ul></section>
<section><h2>Bank accounts</h2><p>Any other number works as well. Never type a real one. The institution is <code>${clientInstitution.id}</code>.</p><dl class="facts wide">${accounts.map(([value, effect]) => markup`<div><dt>${value}</dt><dd>${effect}</dd></div>`)}</dl></section>
<section><h2>Amounts</h2><dl class="facts wide">${amounts.map(([value, effect]) => markup`<div><dt>${value}</dt><dd>${effect}</dd></div>`)}</dl></section>
<section><h2>Bank logins</h2><p>On the page that links accounts, at every bank of its list. The first is Plaid’s sandbox login, the others are the emulator’s own.</p><dl class="facts wide">${bankLogins.map(({ username, password, behaviour }) => markup`<div><dt>${username} / ${password}</dt><dd>${behaviour}</dd></div>`)}</dl></section>
<section><h2>The rest</h2><dl class="facts wide">${more.map(([value, effect]) => markup`<div><dt>${value}</dt><dd>${effect}</dd></div>`)}</dl></section>`,
  });
