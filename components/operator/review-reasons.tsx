/** Why Astra holds a card back. Operators read Astra's codes; those that end in 0 were passed. */
export function ReviewReasons({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return <p className="text-sm text-ink-muted">Astra gave no reasons.</p>;
  return (
    <ul aria-label="Reasons" className="flex flex-wrap gap-1.5">
      {codes.map((code) => (
        <li
          key={code}
          className="rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-xs text-ink-muted wrap-anywhere"
        >
          {code}
        </li>
      ))}
    </ul>
  );
}
