import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { explainReview, type ReviewFinding } from '@/lib/cards/review-reasons';

type ReviewFindingsProps = {
  codes: readonly string[];
  /** For operators, who find the codes in Astra's dashboard. */
  withCodes?: boolean;
};

/** What Astra's review of a card looked at, in words: what speaks against it first. */
export function ReviewFindings({ codes, withCodes = false }: ReviewFindingsProps) {
  const { passed, notPassed, other } = explainReview(codes);
  if (codes.length === 0) {
    return <p className="text-ink-muted">Astra has told nothing about it.</p>;
  }
  return (
    <div className="grid gap-5">
      <Findings
        title="Not passed"
        findings={notPassed}
        withCodes={withCodes}
        icon={<TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-caution" />}
      />
      <Findings
        title="Passed"
        findings={passed}
        withCodes={withCodes}
        icon={<CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-positive" />}
      />
      <Findings
        title="Codes that Astra has not explained"
        findings={other}
        withCodes={withCodes}
        icon={<CircleDashed aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
      />
    </div>
  );
}

type FindingsProps = {
  title: string;
  findings: readonly ReviewFinding[];
  icon: React.ReactNode;
  withCodes: boolean;
};

function Findings({ title, findings, icon, withCodes }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-medium text-ink-muted">{title}</h3>
      <ul className="grid gap-2">
        {findings.map(({ code, text }) => (
          <li key={code} className="flex gap-2.5">
            {icon}
            <span className="min-w-0 wrap-anywhere">
              {text}
              {withCodes && text !== code && (
                <>
                  {' '}
                  <span className="font-mono text-xs text-ink-muted">{code}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
