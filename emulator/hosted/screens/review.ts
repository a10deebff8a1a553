import { markup } from '../../server/markup';
import { advance, goOn } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

/** Waits for the identity check and moves on by itself, also without JavaScript. */
export const reviewScreen: Screen = {
  show: (world, flow) => {
    const moved = advance(world, flow);
    if (moved.step !== 'review') return goOn(moved);
    return showPage(flow, {
      title: 'Checking your details',
      refreshSeconds: 1,
      body: markup`
<h1 tabindex="-1" data-focus>Checking your details</h1>
<p class="lead" role="status"><span class="spinner" aria-hidden="true"></span> This usually takes a few seconds. The page goes on by itself.</p>
${cancelForm(flow)}`,
    });
  },
  submit: (world, flow) => goOn(advance(world, flow)),
};
