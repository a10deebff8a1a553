import { submitDocument } from '../../engine/identity';
import { markup } from '../../server/markup';
import type { Reply, UploadedFile } from '../../server/messages';
import type { FlowRow } from '../../state/rows-flows';
import type { World } from '../../world';
import { field } from '../fields';
import { advance, draftOf, goOn, personOf, sendBack, stepPath } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

const mostBytes = 8_000_000;

/** Takes a picture of a photo id. It is looked at for its size and name and then forgotten. */
export const documentScreen: Screen = {
  show: (world, flow) => page(flow, isBusiness(world, flow)),
  submit: (world, flow, request) => {
    const error = fileError(request.form.file('document'), isBusiness(world, flow));
    if (error !== null) {
      return sendBack(world, flow, { step: 'document', errors: { document: error }, values: {} });
    }
    const person = personOf(world, flow);
    if (person !== undefined) submitDocument(world, person);
    return goOn(advance(world, flow));
  },
};

/** A business may hand in papers of other kinds, as PDF. */
function isBusiness(world: World, flow: FlowRow): boolean {
  return typeof personOf(world, flow)?.businessProfileId === 'string';
}

function fileError(file: UploadedFile | undefined, mayBePdf: boolean): string | null {
  if (file === undefined || file.bytes === 0) {
    return mayBePdf ? 'Choose a file.' : 'Choose a picture of your photo ID.';
  }
  const form = mayBePdf ? /\.(jpe?g|png|pdf)$/i : /\.(jpe?g|png)$/i;
  if (!form.test(file.name)) {
    return mayBePdf ? 'Choose a JPG or PNG picture or a PDF file.' : 'Choose a JPG or PNG picture.';
  }
  return file.bytes > mostBytes ? 'Choose a file of at most 8 MB.' : null;
}

function page(flow: FlowRow, mayBePdf: boolean): Reply {
  const { errors } = draftOf(flow, 'document');
  return showPage(flow, {
    title: mayBePdf ? 'Document' : 'Photo ID',
    body: markup`
<h1>${mayBePdf ? 'Show a document' : 'Show your photo ID'}</h1>
<p class="lead">${
      mayBePdf
        ? 'Hand in a paper that proves the business, such as its registration, or the photo ID of whoever runs it.'
        : 'Take a color picture of your driver’s license, ID card or passport. All four corners should be visible.'
    }</p>
<form method="post" action="${stepPath(flow, 'document')}" enctype="multipart/form-data" novalidate>
${field({
  name: 'document',
  label: mayBePdf ? 'Document' : 'Photo ID',
  type: 'file',
  accept: `image/jpeg,image/png${mayBePdf ? ',application/pdf' : ''}`,
  hint: `JPG${mayBePdf ? ', PNG or PDF' : ' or PNG'}, at most 8 MB. Any file will do here; it is not kept.`,
  error: errors.document,
  focus: true,
})}
<button class="primary">Upload</button>
</form>
${cancelForm(flow)}`,
  });
}
