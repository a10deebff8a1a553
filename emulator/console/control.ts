import { isIP } from 'node:net';
import { z } from 'zod';
import type { Command } from '../control/command';
import { commands } from '../control/commands';
import type { Director } from '../control/director';
import { explainRefusal } from '../control/explain-refusal';
import { type Handler, json, type Reply, type Request, seeOther } from '../server/messages';
import { Problem } from '../server/problem';
import type { Router } from '../server/router';
import { formPath } from './forms';
import { fromOwnPages } from './same-origin';

/** Where programs ask; the words of a command are the rest of the path. */
const apiPath = '/console/api/control';

/** Adds every command, for programs as JSON and for the console's forms. */
export function addControlRoutes(router: Router, director: Director): Router {
  for (const command of commands) {
    const path = pathOf(command);
    router.add('POST', `${apiPath}/${path}`, fromHere(answerJson(director, command)));
    router.add('POST', `${formPath}/${path}`, fromHere(answerForm(director, command)));
  }
  return router.add('POST', `${apiPath}/help`, fromHere(help));
}

function pathOf({ name }: Command): string {
  return name.replaceAll(' ', '/');
}

/** Every command, as programs need it to ask for one. */
export function listCommands() {
  return commands.map((command) => ({
    name: command.name,
    path: `${apiPath}/${pathOf(command)}`,
    does: command.does,
    words: command.words,
    parameters: Object.keys(command.parameters.shape),
  }));
}

const help: Handler = () => json(200, listCommands());

function answerJson(director: Director, command: Command): Handler {
  return (request) => ({
    status: 200,
    later: async () => {
      try {
        return json(200, await runCommand(director, command, readJson(request)));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return json(error.status, error.body);
      }
    },
  });
}

/** Empty fields count as left out; then back to the page that the form was on. */
function answerForm(director: Director, command: Command): Handler {
  return (request) => ({
    status: 303,
    later: async (): Promise<Reply> => {
      const {
        back = '/console',
        values = '',
        ...fields
      } = Object.fromEntries(
        [...new URLSearchParams(request.body.toString('utf8'))].filter(([, value]) => value !== ''),
      );
      await runCommand(director, command, { ...fields, ...readPairs(values) });
      return seeOther(/^\/console(\/[\w-]+)?$/.test(back) ? back : '/console');
    },
  });
}

/** `ms=200 status=503`, as typed into one field. */
function readPairs(text: string): Record<string, string> {
  const pairs = text.split(/[\s,]+/).filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value] = pair.split('=');
      if (value === undefined) throw new Problem(400, `"${pair}" is not of the form name=value.`);
      return [name, value];
    }),
  );
}

async function runCommand(director: Director, command: Command, given: unknown): Promise<unknown> {
  try {
    return await command.run(director, given);
  } catch (error) {
    if (error instanceof z.ZodError) throw explainRefusal(error, given);
    throw error;
  }
}

function readJson({ body }: Request): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem(400, 'The body must be a JSON object.');
  }
}

/** From this computer, and by no page of another site. */
function fromHere(handler: Handler): Handler {
  return fromOwnPages((request) => {
    const address = request.remoteAddress.replace(/^::ffff:/, '');
    const isHere = address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
    if (!isHere) throw new Problem(403, 'The emulator is controlled from its own computer only.');
    return handler(request);
  });
}
