/**
 * Keeps what is typed into a field from spell-checkers and correctors, some of which send it to
 * their maker.
 */
export const unshared = { spellCheck: false, autoCorrect: 'off', autoCapitalize: 'none' } as const;
