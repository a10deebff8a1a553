import { describe, expect, it } from 'vitest';
import { parseFrameMessage } from './parse-frame-message';

const ours = 'https://app.larkspur.example';
const frame = { name: 'the frame’s window' };
const data = { type: 'astra:finished', purpose: 'link-card', outcome: 'linked' };
const expected = { origin: ours, source: frame };

describe('a message to the frame', () => {
  it('is read when our own callback page posts it from inside the frame', () => {
    expect(parseFrameMessage({ origin: ours, source: frame, data }, expected)).toEqual(data);
  });

  it('carries on nothing but the fields it is known to have', () => {
    const extended = { ...data, redirect: 'https://evil.example' };
    expect(parseFrameMessage({ origin: ours, source: frame, data: extended }, expected)).toEqual(
      data,
    );
  });

  it.each([
    'https://evil.example',
    'https://app.larkspur.example.evil.example',
    'https://app.larkspur.example:8443',
    'https://evil.example/app.larkspur.example',
    'https://appXlarkspur.example',
    'https://notapp.larkspur.example',
    'http://app.larkspur.example',
    'https://APP.larkspur.example',
    'https://app.larkspur.example/',
    'null',
    '',
  ])('is ignored when it comes from %j', (origin) => {
    expect(parseFrameMessage({ origin, source: frame, data }, expected)).toBeNull();
  });

  it('is ignored from an opaque origin even if ours is misread as one', () => {
    const opaque = { origin: 'null', source: frame };
    expect(parseFrameMessage({ ...opaque, data }, opaque)).toBeNull();
    const empty = { origin: '', source: frame };
    expect(parseFrameMessage({ ...empty, data }, empty)).toBeNull();
  });

  it.each([
    ['another window', { name: 'the frame’s window' }],
    ['no window', null],
    ['an undefined window', undefined],
  ])('is ignored when it comes from %s', (_, source) => {
    expect(parseFrameMessage({ origin: ours, source, data }, expected)).toBeNull();
  });

  it('is ignored while the frame has no window', () => {
    const gone = { origin: ours, source: null };
    expect(parseFrameMessage({ ...gone, data }, gone)).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['JSON as text', JSON.stringify(data)],
    ['a very long text', 'x'.repeat(5_000_000)],
    ['a list', [data]],
    ['an empty object', {}],
    ['another type', { ...data, type: 'astra:finished ' }],
    ['an unknown outcome', { ...data, outcome: 'approved' }],
    ['an inherited name as outcome', { ...data, outcome: 'toString' }],
    ['an outcome in a list', { ...data, outcome: ['linked'] }],
    ['no purpose', { type: data.type, outcome: data.outcome }],
    ['an empty purpose', { ...data, purpose: '' }],
    ['a huge purpose', { ...data, purpose: 'x'.repeat(5_000_000) }],
    ['a purpose that is no text', { ...data, purpose: { name: 'link-card' } }],
    ['a map', new Map(Object.entries(data))],
  ])('is ignored when it holds %s', (_, malformed) => {
    expect(
      parseFrameMessage({ origin: ours, source: frame, data: malformed }, expected),
    ).toBeNull();
  });

  it('is ignored when reading it throws', () => {
    const hostile = new Proxy(data, {
      get() {
        throw new Error('no');
      },
    });
    expect(parseFrameMessage({ origin: ours, source: frame, data: hostile }, expected)).toBeNull();
  });
});
