import { type Handler, json } from '../server/messages';
import { signBody } from '../webhooks/sign';
import type { ConsoleContext } from './context';
import { linksIn } from './pages/mailbox';

/** What the pages show, for tests: arrays, newest first. */
export function consoleJson({ world, requests }: ConsoleContext) {
  const { store } = world;
  const sms: Handler = (request) => {
    const phone = request.query.get('phone');
    if (phone === null) return json(200, store.sms.all());
    // A plus in a query means a space to those who forget to encode it.
    const digits = phone.replace(/\D/g, '').slice(-10);
    return json(200, store.sms.newest('phone', `+1${digits}`, store.sms.size));
  };
  const mail: Handler = (request) => {
    const to = request.query.get('to')?.toLowerCase();
    const messages = store.mail
      .all()
      .filter((row) => to === undefined || row.to.some((address) => address.toLowerCase() === to));
    return json(
      200,
      messages.map((row) => Object.assign({ links: linksIn(row) }, row)),
    );
  };
  const deliveries: Handler = () =>
    json(
      200,
      store.deliveries
        .all()
        .map((row) =>
          Object.assign({ signature: signBody(row.body, world.client.signingSecret) }, row),
        ),
    );
  const transfers: Handler = () => json(200, store.transfers.all());
  const routines: Handler = () => json(200, store.routines.all());
  const log: Handler = () => json(200, requests.latest());
  return { sms, mail, routines, transfers, deliveries, requests: log };
}
