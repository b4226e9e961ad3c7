import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { contractCloud, contractOf } from '../support/contracts';
import { monthBefore } from '../support/exports';

let on: Awaited<ReturnType<typeof contractCloud>>;
beforeAll(async () => {
  on = await contractCloud();
});
afterEach(() => on.clear());
afterAll(() => on.cloud.close());

describe('the acceptance sheet', () => {
  const sheet = async (format: 'docx' | 'xlsx', period = monthBefore(1)) => {
    const { id } = await on.saved(contractOf());
    return on.cloud.call('staff', 'contracts.acceptance', { contractId: id, period, format });
  };
  const partsOf = async (format: 'docx' | 'xlsx') => {
    const answer = await sheet(format);
    if (!answer.ok) throw new Error(answer.error.message);
    return unzipped(answer.data.url);
  };
  const unzipped = async (url: string) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    return Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  };
  const textOf = (parts: (readonly [string, string])[], name: RegExp) =>
    parts
      .filter(([path]) => name.test(path))
      .map(([, xml]) => xml.replace(/<[^>]+>/g, ''))
      .join('');

  test('as a document says what was wanted, reached, deducted, and where it comes from', async () => {
    const text = textOf(await partsOf('docx'), /document\.xml$/);
    for (const said of [
      '政务微信公众号委托服务验收单',
      '某某融媒有限公司（9144030071526726XG）',
      '不低于 20 篇',
      '18 篇',
      '未达标',
      `${monthBefore(1)} 第 1 版`,
      '保密协议',
      '验收：办公室',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('as a workbook has the KPIs, the settlement and the evidence', async () => {
    const parts = await partsOf('xlsx');
    const sheets = parts.filter(([path]) => /worksheets\/sheet\d\.xml$/.test(path));
    expect(sheets).toHaveLength(3);
    expect(textOf(parts, /sheet3\.xml$/)).toContain('后台导出文件');
  });

  test('says what was decided, by whom, why, and on which state of the figures', async () => {
    const { id: contractId } = await on.saved(contractOf());
    const period = monthBefore(1);
    const got = await on.cloud.call('staff', 'contracts.get', { contractId });
    const seen =
      (got.ok && got.data.settlements.find((one) => one.period === period)?.checksum) || '';
    const decided = { requestKey: randomUUID(), contractId, period, seen, basedOnRevision: 0 };
    const reason = '少发两篇，按约定扣减';
    await on.cloud.call('staff', 'contracts.decide', { ...decided, decision: 'deducted', reason });
    for (const format of ['docx', 'xlsx'] as const) {
      const asked = { contractId, period, format };
      const answer = await on.cloud.call('staff', 'contracts.acceptance', asked);
      if (!answer.ok) throw new Error(answer.error.message);
      const text = textOf(await unzipped(answer.data.url), /(document|sheet2|sharedStrings)\.xml$/);
      for (const said of ['扣减后通过', reason, '张三', seen]) expect(text).toContain(said);
    }
  });

  test('is refused for what is no settlement period of the contract', async () => {
    expect(await sheet('docx', monthBefore(12))).toMatchObject({
      error: { code: 'invalid', fields: { period: expect.any(String) } },
    });
  });
});
