import { ButtonLink } from '../ui/button-link';
import { buttonStyles } from '../ui/button-styles';
import { Notice } from '../ui/notice';

/** Says that a visit at the sample bank has ended, to somebody who came back to its page. */
export function VisitOver({ returnUrl }: { returnUrl: string }) {
  return (
    <Notice
      isHeading
      title="This visit was already finished"
      action={
        <>
          <ButtonLink href="/accounts/add/bank">Link more</ButtonLink>
          {/* No link of Next's: the way back is no page, and is not to be fetched ahead. */}
          <a href={returnUrl} className={buttonStyles('secondary', 'md')}>
            See how it ended
          </a>
        </>
      }
    >
      Accounts that you choose now would not be added to it. Begin another visit for those.
    </Notice>
  );
}
