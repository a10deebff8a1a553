import { markup } from '../../server/markup';
import { advance, goOn, stepPath } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

/** Says that people review a business. Nobody has to wait here for that. */
export const businessReviewScreen: Screen = {
  show: (world, flow) => {
    const moved = advance(world, flow);
    if (moved.step !== 'business_review') return goOn(moved);
    return showPage(flow, {
      title: 'People review this',
      body: markup`
<h1 tabindex="-1" data-focus>People at Astra review your business</h1>
<p class="lead">This usually takes 24 hours, sometimes 48 or more. You need not wait: ${world.clientName} is told the result.</p>
<form method="post" action="${stepPath(flow, 'business_review')}"><button class="primary">Continue</button></form>
${cancelForm(flow)}`,
    });
  },
  submit: (world, flow) => goOn(advance(world, { ...flow, goesOnPending: true })),
};
