import type { ReceivingChoice } from '@/lib/people/find-receiving-choice';
import { ButtonLink } from './ui/button-link';
import { Notice } from './ui/notice';

type ReceivingNoticeProps = {
  choice: ReceivingChoice | null;
  /** Whether the reader is where they can choose again. */
  isWhereChosen?: boolean;
};

/** That what somebody chose to receive on cannot take money any more; nothing while it can. */
export function ReceivingNotice({ choice, isWhereChosen = false }: ReceivingNoticeProps) {
  if (!choice?.fault) return null;
  return (
    <Notice
      tone="caution"
      title={`The ${choice.end.kind} that you chose to receive on cannot take money`}
      action={
        !isWhereChosen && (
          <ButtonLink href="/settings/receiving" variant="secondary">
            Choose again
          </ButtonLink>
        )
      }
    >
      {choice.fault} Until you choose again, nobody can send you anything new. What others have
      planned to send you goes on unless you choose “Nothing”.
    </Notice>
  );
}
