import { tokenOf } from './api/authenticate';
import { putUpload } from './api/documents';
import { apiRouter } from './api/routes';
import { consoleHeaders } from './console/layout';
import { Live } from './console/live';
import { consoleProblem } from './console/problem';
import { RequestLog } from './console/request-log';
import { addConsoleRoutes } from './console/routes';
import type { Director } from './control/director';
import { errorCode, errorText } from './error-text';
import { interfere } from './faults/interfere';
import { hostedHeaders } from './hosted/policy';
import { problemPage } from './hosted/problem-page';
import { addHostedRoutes } from './hosted/routes';
import { type MailCatcher, openMailCatcher } from './mail/catcher';
import { createSeededRandom, type Random } from './random';
import { corsFor } from './server/cors';
import type { Reply, Request } from './server/messages';
import { problemAsJson } from './server/problem';
import { Router } from './server/router';
import { type Interfere, openSite, type Site } from './server/site';
import type { Settings } from './settings';
import { StartError } from './start-error';
import type { World } from './world';

const apiBodyLimitBytes = 1_000_000;
/** Pictures of photo ids come in here. */
const uploadLimitBytes = 10_000_000;

/** The four listeners. */
export type Sites = {
  readonly api: Site;
  readonly secure: Site;
  readonly hosted: Site;
  readonly mail: MailCatcher;
  close(): Promise<void>;
};

/** @throws StartError naming the port that is in use */
export async function openSites(
  world: World,
  director: Director,
  settings: Settings,
): Promise<Sites> {
  const live = new Live(world.clock);
  const secrets = () => {
    const { clientSecret, oldSecret } = world.client;
    return oldSecret === null ? [clientSecret] : [clientSecret, oldSecret.secret];
  };
  const requests = new RequestLog(() => live.tell('requests'), secrets);
  world.store.onCommit((collections) => {
    for (const name of collections) live.tell(name);
  });
  director.breakpoints.onChange(() => live.tell('faults'));
  const shared = {
    transaction: <T>(work: () => T) => world.store.transaction(work),
    clock: world.clock,
    listen: { host: settings.host, allowsRemote: settings.allowRemote },
    logError: (error: unknown) => world.log(errorText(error)),
  };
  const logged = (site: 'api' | 'secure' | 'hosted') => {
    return (request: Request, reply: Reply, startTick: number) => {
      if (request.path.startsWith('/console') || request.path.startsWith('/assets')) return;
      const durationMs = world.clock.tick() - startTick;
      const userId = tokenOf(world, request)?.userId ?? null;
      requests.add({ site, request, reply, userId, atMs: world.clock.now(), durationMs });
    };
  };
  const apiOptions = {
    ...shared,
    headers: () => ({}),
    interfere: faultsOf(world, director),
    bodyLimitBytes: apiBodyLimitBytes,
    onProblem: problemAsJson,
  };
  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    live.close();
    await Promise.all(opened.map((site) => site.close()));
  };
  const open = async <T extends { close(): Promise<void> }>(
    port: number,
    use: string,
    option: string,
    opening: Promise<T>,
  ): Promise<T> => {
    try {
      const site = await opening;
      opened.push(site);
      return site;
    } catch (error) {
      await close();
      throw portError(error, port, use, option);
    }
  };
  const { apiPort, securePort, hostedPort, smtpPort } = settings;
  const api = await open(
    apiPort,
    'API',
    '--api-port',
    openSite(apiPort, {
      ...apiOptions,
      newRequestId: requestIds(world, settings, 'api'),
      router: apiRouter(world, 'api').add('PUT', '/uploads/:id', putUpload(world)),
      bodyLimitBytes: uploadLimitBytes,
      onExchange: logged('api'),
    }),
  );
  const secure = await open(
    securePort,
    'secure host',
    '--secure-port',
    openSite(securePort, {
      ...apiOptions,
      // Card numbers come from browsers, so that they need not pass through the partner's server.
      ...corsFor(settings.redirectUris),
      newRequestId: requestIds(world, settings, 'secure'),
      router: apiRouter(world, 'secure'),
      onExchange: logged('secure'),
    }),
  );
  const mail = await open(
    smtpPort,
    'mail catcher',
    '--smtp-port',
    openMailCatcher(smtpPort, settings.host, world),
  );
  const pageHeaders = hostedHeaders(settings.redirectUris);
  const pages = addHostedRoutes(new Router(), world);
  const hosted: Site = await open(
    hostedPort,
    'hosted pages and console',
    '--hosted-port',
    openSite(hostedPort, {
      ...shared,
      newRequestId: requestIds(world, settings, 'hosted'),
      router: addConsoleRoutes(pages, {
        world,
        deliverer: director.deliverer,
        director,
        live,
        requests,
        addresses: () => ({
          apiUrl: api.origin,
          secureUrl: secure.origin,
          hostedUrl: hosted.origin,
          smtpUrl: mail.origin,
        }),
      }),
      headers: ({ path }) => (path.startsWith('/console') ? consoleHeaders : pageHeaders),
      bodyLimitBytes: uploadLimitBytes,
      onProblem: (problem, path) =>
        path.startsWith('/console') ? consoleProblem(problem, path) : problemPage(problem),
      onExchange: logged('hosted'),
    }),
  );
  return { api, secure, hosted, mail, close };
}

function faultsOf(world: World, { breakpoints }: Director): Interfere {
  return (operation, request, respond) =>
    interfere(world, breakpoints, operation, request, respond);
}

/** Their own source for each listener: a look at the console must not change what a seed gives. */
function requestIds(world: World, { seed }: Settings, site: string): () => string {
  const random: Random = seed === null ? world.random : createSeededRandom(seed, site);
  return () => random.uuid();
}

function portError(error: unknown, port: number, use: string, option: string): unknown {
  if (errorCode(error) !== 'EADDRINUSE') return error;
  return new StartError(
    `Port ${port} (${use}) is already in use. Stop the program that listens there, or choose another port with ${option}.`,
  );
}
