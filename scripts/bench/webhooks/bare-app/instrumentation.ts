/** Nothing has to be made ready; without this file Next takes that of our own app. */
export function register(): void {}
