import { Panel } from '../ui/panel';
import { Spinner } from '../ui/spinner';

/** Shown while Astra decides. The page moves on by itself. */
export function CheckingPanel() {
  return (
    <Panel>
      <div role="status" className="grid justify-items-center gap-4 py-8 text-center">
        <Spinner className="size-8 text-accent" />
        <div className="grid gap-1.5">
          <h2 tabIndex={-1} className="text-lg font-semibold outline-none">
            Astra is checking your details
          </h2>
          <p className="max-w-sm text-pretty text-ink-muted">
            This usually takes a few seconds. The page moves on by itself, and you may leave it: we
            keep your place.
          </p>
        </div>
      </div>
    </Panel>
  );
}
