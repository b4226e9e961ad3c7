import { documentOf } from '../../domain/reports/document';
import { sheetsOf } from '../../domain/reports/workbook';
import { found } from '../../handler/refusal';
import { writeDocument } from '../../platform/documents/write-document';
import { publishFile } from '../../platform/files';
import { randomId } from '../../platform/random';
import { writeWorkbook } from '../../platform/write-workbook';
import { findContent, type ReportDocument, shownReport } from '../../records/reports';

/** A report as a document or as a workbook; answers with a link. Refuses one that is not finished. */
export async function publishPaper(
  document: ReportDocument,
  format: 'docx' | 'xlsx',
): Promise<string> {
  const content = found(await findContent(document._id));
  const paper = { report: shownReport(document), content };
  const bytes =
    format === 'docx'
      ? await writeDocument(documentOf(paper))
      : await writeWorkbook(sheetsOf(paper));
  return found(
    await publishFile(`reports/${document._id}/${randomId()}/发展报告.${format}`, bytes),
  );
}
