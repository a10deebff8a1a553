/** The form field that says for which session a page was made. */
export const sessionMarkField = 'sessionMark';
