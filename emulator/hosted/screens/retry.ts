import { pacificDay } from '../../contract';
import { setUserStatus } from '../../engine/identity';
import { rejectedBirthDate } from '../../rules/steering';
import { markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import type { FlowRow } from '../../state/rows-flows';
import { field, focusedField } from '../fields';
import { advance, draftOf, goOn, sendBack, stepPath } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

/** Asks again for what did not match. There is one more try, and the SSN is not kept. */
export const retryScreen: Screen = {
  show: (_world, flow) => page(flow),
  submit: (world, flow, request) => {
    const birthDate = request.form.text('date_of_birth');
    const errors: Record<string, string> = {};
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(birthDate);
    if (!isDay || birthDate >= pacificDay(world.clock.now())) {
      errors.date_of_birth = 'Enter your date of birth.';
    }
    if (!/^\d{4}$/.test(request.form.text('ssn_last_four'))) {
      errors.ssn_last_four = 'Enter the last four digits.';
    }
    if (Object.keys(errors).length > 0) {
      const values = { date_of_birth: birthDate };
      return sendBack(world, flow, { step: 'retry', errors, values });
    }
    const status = birthDate === rejectedBirthDate ? 'rejected' : 'approved';
    setUserStatus(world, flow.personId ?? '', status, ['retry']);
    return goOn(advance(world, flow));
  },
};

function page(flow: FlowRow): Reply {
  const { errors, values } = draftOf(flow, 'retry');
  const focus = focusedField(errors, ['date_of_birth', 'ssn_last_four'], 'date_of_birth');
  return showPage(flow, {
    title: 'Check your details',
    body: markup`
<h1>Check your details</h1>
<p class="lead">We could not match your date of birth and Social Security number. Enter them once more.</p>
<form method="post" action="${stepPath(flow, 'retry')}" novalidate>
${field({
  name: 'date_of_birth',
  label: 'Date of birth',
  type: 'date',
  value: values.date_of_birth ?? '',
  error: errors.date_of_birth,
  autocomplete: 'bday',
  focus: focus === 'date_of_birth',
})}
${field({
  name: 'ssn_last_four',
  label: 'Last four digits of your SSN',
  error: errors.ssn_last_four,
  autocomplete: 'off',
  inputmode: 'numeric',
  maxlength: 4,
  focus: focus === 'ssn_last_four',
})}
<button class="primary">Submit</button>
</form>
${cancelForm(flow)}`,
  });
}
