// Loaded into a server that is measured (`node --import`): it tells what it has used when it is asked.
process.on('message', (message) => {
  // Rubbish is collected first, so that what counts is what is kept.
  if (message === 'memory') {
    globalThis.gc?.();
    // Timers, connections and the like, each by its kind.
    const resources = process.getActiveResourcesInfo().length;
    process.send?.({ ...process.memoryUsage(), resources });
  }
  if (message === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  }
});
