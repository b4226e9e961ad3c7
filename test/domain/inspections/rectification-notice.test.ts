import { findRuleSet, rectificationNoticeOf } from '../../../cloudfunctions/domain/inspections';
import type { Finding, InspectionRecord } from '../../../typings/inspections';
import { finding } from './made';

const account = {
  accountId: 'a',
  name: '家在鼓楼',
  wechatId: 'jiazaigulou',
  kind: 'subscription',
  agencyId: 'g',
  agency: '鼓楼区人民政府办公室',
  supervisorUnit: null,
  level: 'county',
  region: '350102',
  department: 'government-office',
} as const;

function noticed(findings: Finding[], given: Partial<InspectionRecord> = {}) {
  const record: InspectionRecord = {
    id: 'r',
    inspectionId: 'i',
    platform: '微信公众号',
    account,
    recheck: false,
    lastUpdate: '2026-11-02',
    state: 'rectifying',
    findings,
    verdict: { qualified: false, tier: 'veto', points: null },
    dueOn: '2026-12-01',
    sample: false,
    ...given,
  };
  const ruleSet = findRuleSet('national-2019');
  if (!ruleSet) throw new Error('no such rule set');
  return rectificationNoticeOf(ruleSet, '第四季度检查', record, '2026-11-25');
}

const silent = finding('no-interaction', {
  evidence: {
    figures: [{ label: '互动功能', value: '不可用', asOf: null }],
    link: null,
    fileIds: [],
  },
});

test('a unit reads what was found, with its evidence and the rule that it is found by', () => {
  const { blocks, meta } = noticed([silent, finding('serious-misstatement')]);
  expect(meta).toEqual(['鼓楼区人民政府办公室　2026年11月25日']);
  const list = blocks.find(({ kind }) => kind === 'list');
  expect(list).toEqual({
    kind: 'list',
    numbered: true,
    items: [
      expect.stringMatching(
        /^未提供有效互动功能——互动功能：不可用。检查指标：互动回应差：未提供有效互动功能。（国办秘函〔2019〕19号.*）$/,
      ),
      expect.stringMatching(/^严重表述错误。检查指标：.+（.+）$/),
    ],
  });
});

test('an estimate is told as one', () => {
  const figures = [{ label: '发文', value: '8 篇', asOf: null, estimated: true as const }];
  const few = finding('no-interaction', { evidence: { figures, link: null, fileIds: [] } });
  expect(JSON.stringify(noticed([few]))).toContain('发文：8 篇（估算）');
});

test('days are written out, and one that is not known is said to be so', () => {
  const known = JSON.stringify(noticed([silent]));
  expect(known).toContain('检查时更新日期为2026年11月2日：');
  expect(known).toContain('请于2026年12月1日前完成整改');
  const unknown = JSON.stringify(noticed([silent], { lastUpdate: null, dueOn: null }));
  expect(unknown).toContain('检查时更新日期为未知：');
  expect(unknown).toContain('请于规定期限前完成整改');
});

test('numbers of persons are hidden', () => {
  const note = finding('no-interaction', { note: '留言人 13812345678 无人回复' });
  expect(JSON.stringify(noticed([note]))).not.toContain('13812345678');
});
