import { markup } from '../server/markup';
import { type Handler, html } from '../server/messages';
import { hostedPage } from './layout';

/** Stands in for Astra's terms, which are Astra's to publish. */
export const termsPage: Handler = () =>
  html(
    200,
    hostedPage({
      title: 'Terms of Service',
      body: markup`<h1>Terms of Service</h1>
<p class="lead">Astra’s own terms stand on its website. On the emulator nothing is agreed and no money moves.</p>`,
    }),
  );

/** Stands in for Astra's privacy policy. */
export const privacyPage: Handler = () =>
  html(
    200,
    hostedPage({
      title: 'Privacy Policy',
      body: markup`<h1>Privacy Policy</h1>
<p class="lead">The emulator keeps what you type in a folder on this computer and sends it nowhere else. It keeps no card number beyond its first six and last four digits, no security code, no SSN and no password of a bank.</p>`,
    }),
  );
