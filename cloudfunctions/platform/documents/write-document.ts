import type { DocumentModel } from '../../../typings/documents';
import { Writer } from './writer';

/**
 * A .docx of a document: A4, the typefaces of official documents, page numbers, and charts that Word
 * and WPS edit as their own. The libraries are loaded by the first document, not with the function.
 */
export async function writeDocument(model: DocumentModel): Promise<Uint8Array> {
  const [docx, charts] = await Promise.all([import('docx'), import('docx/charts')]);
  const document = new Writer(docx, charts).documentOf(model);
  return docx.Packer.pack(document, 'uint8array');
}
