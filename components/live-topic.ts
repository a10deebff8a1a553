/**
 * Whether a `change` message, JSON such as `{"topic":"transfers"}`, matters to a page that listens
 * to these topics. A message that can't be read, or names no topic, matters: a refresh too many is
 * harmless, one too few leaves an old state on screen.
 */
export function concerns(data: string, topics: readonly string[] | undefined): boolean {
  if (!topics) return true;
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== 'object' || message === null || !('topic' in message)) return true;
    return typeof message.topic !== 'string' || topics.includes(message.topic);
  } catch {
    return true;
  }
}
