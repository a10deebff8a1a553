import { afterEach, expect, test, vi } from 'vitest';
import { tellParent } from './tell-parent';

afterEach(() => vi.unstubAllGlobals());

const message = { type: 'astra:finished', purpose: 'link-card', outcome: 'linked' } as const;

test('the message is addressed to our own origin, whoever has put us into a frame', () => {
  const postMessage = vi.fn();
  const location = { origin: 'https://app.larkspur.example' };
  vi.stubGlobal('window', { parent: { postMessage }, location });
  expect(tellParent(message)).toBe(true);
  expect(postMessage.mock.calls).toEqual([[message, 'https://app.larkspur.example']]);
});

test('in a tab of its own the page posts nothing', () => {
  const own = { postMessage: vi.fn(), parent: {} };
  own.parent = own;
  vi.stubGlobal('window', own);
  expect(tellParent(message)).toBe(false);
  expect(own.postMessage).not.toHaveBeenCalled();
});
