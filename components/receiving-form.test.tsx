import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReceivingForm } from './receiving-form';

const shown = (chosen: string | null) =>
  renderToStaticMarkup(
    <ReceivingForm
      action={(state) => Promise.resolve(state)}
      choices={[]}
      email="ann@example.com"
      chosen={chosen}
    />,
  );

test('“Nothing” is shown as chosen only to whoever chose it', () => {
  expect(shown('nowhere')).toContain('checked=""');
  expect(shown(null)).not.toContain('checked=""');
});
