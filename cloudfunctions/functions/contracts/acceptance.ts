import type { ContractDetail } from '../../../typings/contracts';
import type { Day, PeriodId } from '../../../typings/vocabulary';
import { acceptanceDocument, acceptanceSheets, settlementOf } from '../../domain/contracts';
import { unwrap } from '../../handler/refusal';
import { writeDocument } from '../../platform/documents/write-document';
import { publishFile } from '../../platform/files';
import { randomId } from '../../platform/random';
import { writeWorkbook } from '../../platform/write-workbook';

/** Makes the acceptance sheet of a settlement and answers with a link to it. */
export async function publishAcceptance(
  detail: ContractDetail,
  period: PeriodId,
  format: 'docx' | 'xlsx',
  today: Day,
): Promise<string | null> {
  const settlement = unwrap(settlementOf(detail, period));
  const bytes =
    format === 'docx'
      ? await writeDocument(acceptanceDocument(detail, settlement, today))
      : await writeWorkbook(acceptanceSheets(detail, settlement));
  return publishFile(`contracts/${detail.contract.id}/${randomId()}/验收单.${format}`, bytes);
}
