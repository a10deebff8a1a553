import type { FrameMessage } from './parse-frame-message';

/**
 * Tells the page around this one how a trip to Astra ended. Only a parent of our own origin
 * receives it; in a stranger's frame nothing is said.
 *
 * @returns whether this page is framed at all.
 */
export function tellParent(message: FrameMessage): boolean {
  if (window.parent === window) return false;
  window.parent.postMessage(message, window.location.origin);
  return true;
}
