import { submitDocument } from '../../engine/identity';
import { markup } from '../../server/markup';
import type { Reply, UploadedFile } from '../../server/messages';
import type { FlowRow } from '../../state/rows-world';
import { field } from '../fields';
import { advance, draftOf, goOn, personOf, sendBack, stepPath } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

const mostBytes = 8_000_000;

/** Takes a picture of a photo id. It is looked at for its size and name and then forgotten. */
export const documentScreen: Screen = {
  show: (_world, flow) => page(flow),
  submit: (world, flow, request) => {
    const error = fileError(request.form.file('document'));
    if (error !== null) {
      return sendBack(world, flow, { step: 'document', errors: { document: error }, values: {} });
    }
    const person = personOf(world, flow);
    if (person !== undefined) submitDocument(world, person);
    return goOn(advance(world, flow));
  },
};

function fileError(file: UploadedFile | undefined): string | null {
  if (file === undefined || file.bytes === 0) return 'Choose a picture of your photo ID.';
  if (!/\.(jpe?g|png)$/i.test(file.name)) return 'Choose a JPG or PNG picture.';
  return file.bytes > mostBytes ? 'Choose a picture of at most 8 MB.' : null;
}

function page(flow: FlowRow): Reply {
  const { errors } = draftOf(flow, 'document');
  return showPage(flow, {
    title: 'Photo ID',
    body: markup`
<h1>Show your photo ID</h1>
<p class="lead">Take a color picture of your driver’s license, ID card or passport. All four corners should be visible.</p>
<form method="post" action="${stepPath(flow, 'document')}" enctype="multipart/form-data" novalidate>
${field({
  name: 'document',
  label: 'Photo ID',
  type: 'file',
  accept: 'image/jpeg,image/png',
  hint: 'JPG or PNG, at most 8 MB. Any picture will do here; it is not kept.',
  error: errors.document,
  focus: true,
})}
<button class="primary">Upload</button>
</form>
${cancelForm(flow)}`,
  });
}
