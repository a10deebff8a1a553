import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { authAdapter } from '@/lib/auth/adapter';
import { db } from '@/lib/db/prisma';
import {
  abandonStreams,
  createSession,
  hear,
  startInstance,
  usageOf,
} from '@/testing/live/instances';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { notifyUser } from './notify';

const opened = 'change';
const patienceMs = 30_000;
const sockets: { destroy(): void }[] = [];
afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));

test('of many people on several instances, everybody hears of their own changes alone, wherever they were made', async () => {
  const instances = await Promise.all([startInstance(), startInstance(), startInstance()]);
  const people = await Promise.all(Array.from({ length: 12 }, () => createPerson()));
  const pages = await Promise.all(
    people.flatMap(({ id }) =>
      instances.map(async ({ address }) => {
        const { query } = await createSession(id);
        return { id, heard: await hear(address + query) };
      }),
    ),
  );
  await until('all to be open', () => pages.every(({ heard }) => heard.length === 1), patienceMs);
  const told = people.filter((_person, place) => place % 2 === 0).map(({ id }) => id);
  await Promise.all(told.map((id) => notifyUser(db(), id)));
  const theirs = pages.filter(({ id }) => told.includes(id));
  await until('theirs to hear', () => theirs.every(({ heard }) => heard.length === 2), patienceMs);

  // A message is delivered after all those before it: now the others have heard whatever they would.
  const others = pages.filter(({ id }) => !told.includes(id));
  expect(others.map(({ heard }) => heard.length)).toEqual(others.map(() => 1));
  const rest = people.map(({ id }) => id).filter((id) => !told.includes(id));
  await Promise.all(rest.map((id) => notifyUser(db(), id)));
  await until('the others', () => others.every(({ heard }) => heard.length === 2), patienceMs);
  expect(theirs.map(({ heard }) => heard)).toEqual(theirs.map(() => [opened, 'change']));
}, 90_000);

test('signing out at one instance ends the streams of that session at all of them, and no other', async () => {
  const instances = await Promise.all([startInstance(), startInstance()]);
  const { id } = await createPerson();
  const [ends, stays] = [await createSession(id), await createSession(id)];
  const ended = await Promise.all(instances.map(({ address }) => hear(address + ends.query)));
  const open = await Promise.all(instances.map(({ address }) => hear(address + stays.query)));
  await until('all to be open', () => [...ended, ...open].every(({ length }) => length === 1));
  await authAdapter.deleteSession?.(ends.token);
  await until('the streams to end', () => ended.every((heard) => heard.includes('end')));
  expect(ended).toEqual(ended.map(() => [opened, 'signed-out', 'end']));
  expect(open).toEqual(open.map(() => [opened]));
}, 60_000);

test('an instance that is told to stop ends its streams and itself, and the pages go on at another', async () => {
  const [leaving, staying] = [await startInstance(), await startInstance()];
  const { id } = await createPerson();
  const { query } = await createSession(id);
  const heard = await hear(leaving.address + query);
  await until('the stream to be open', () => heard.length === 1);
  const exited = once(leaving.child, 'exit');
  leaving.child.kill('SIGTERM');
  expect((await exited)[0]).toBe(143);
  expect(heard).toEqual([opened, 'end']);
  // What changes before the page is back shows then, for a stream begins with a look.
  await notifyUser(db(), id);
  const again = await hear(staying.address + query);
  await until('the look', () => again.length === 1);
}, 60_000);

test('connections that browsers opened and did not use, or use again and again, keep no instance from stopping', async () => {
  const { child, address } = await startInstance();
  const { port, hostname } = new URL(address);
  const unused = connect(Number(port), hostname);
  sockets.push(unused);
  await once(unused, 'connect');
  const { query } = await createSession((await createPerson()).id);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  sockets.push(agent);
  // A page whose stream ends asks for another at once, on the connection that it has.
  const openAgain = () => {
    get(address + query, { agent }, (response) => response.resume().on('end', openAgain)).on(
      'error',
      () => {},
    );
  };
  openAgain();
  const count = async () => (await fetch(`${address}/?count`)).text();
  await until('the stream to be open', async () => (await count()) === '1');
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await exited)[0]).toBe(143);
}, 60_000);

test('an instance that a page keeps from stopping ends when its grace is over', async () => {
  const { child, address } = await startInstance({ STOP_GRACE_SECONDS: '1' });
  const { query } = await createSession((await createPerson()).id);
  const { port, hostname } = new URL(address);
  // A request whose body was begun and is never finished.
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on('error', () => {});
  socket.write(`POST /${query} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n\r\n1`);
  const heard = await hear(address + query);
  await until('the stream to be open', () => heard.length === 1);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await exited)[0]).toBe(1);
}, 60_000);

test('a thousand streams that were opened and abandoned leave no memory, stream or timer', async () => {
  const { child, address } = await startInstance();
  const { query } = await createSession((await createPerson()).id);
  const count = async () => (await fetch(`${address}/?count`)).text();
  const isOver = async () => (await count()) === '0';
  // The first ones load and compile what all need.
  await abandonStreams(address + query, {}, 100);
  await until('the first ones to be over', isOver);
  const before = await usageOf(child);
  await abandonStreams(address + query, {}, 1000);
  await until('all to be over', isOver);
  const after = await usageOf(child);
  expect(after.bytes - before.bytes).toBeLessThan(20_000_000);
  expect(after.timers).toBeLessThanOrEqual(before.timers + 2);
}, 120_000);
