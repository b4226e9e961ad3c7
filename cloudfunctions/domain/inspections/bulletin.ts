import type { Block, DocumentModel, SheetModel } from '../../../typings/documents';
import type { RuleSet } from '../../../typings/inspection-rules';
import type {
  Finding,
  Inspection,
  InspectionRecord,
  InspectionStatistics,
} from '../../../typings/inspections';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { spokenScope } from '../spoken-scope';
import { dueName, situation } from './situation';
import { recordStateLabels } from './states.data';

/** What a bulletin is written from: the records are those with problems. */
export interface BulletinFacts {
  inspection: Inspection;
  ruleSet: RuleSet;
  records: InspectionRecord[];
  today: Day;
}

const columns = [
  { title: '平台', width: 1 },
  { title: '账号名称', width: 1.6 },
  { title: '责任单位', width: 1.8 },
  { title: '检查时更新日期', width: 1.5 },
  { title: '具体情形', width: 2.4 },
  { title: '整改期限', width: 1.5 },
];

/**
 * 通报: period, what was checked and how it was drawn, the pass rate, the reasons, and the lists by
 * problem with their dates, in the words that such bulletins use. Numbers of persons are hidden.
 */
export function bulletinOf({ inspection, ruleSet, records, today }: BulletinFacts): DocumentModel {
  const { statistics, scopeLabel, title, dueOn } = inspection;
  return {
    title: `关于${title}情况的通报`,
    meta: [`${spokenScope(scopeLabel)}　${dayName(today)}`],
    blocks: [
      { kind: 'paragraph', text: opening(inspection, ruleSet) },
      { kind: 'heading', level: 1, text: '一、总体情况' },
      { kind: 'paragraph', text: statistics ? overall(inspection, statistics) : '检查尚未通报。' },
      ...regionTable(inspection),
      { kind: 'heading', level: 1, text: '二、主要问题' },
      ...problems(ruleSet, statistics),
      { kind: 'heading', level: 1, text: '三、整改要求' },
      {
        kind: 'paragraph',
        text: `有关单位须在${dueName(dueOn)}前完成整改，在“政微指数”提交整改情况和佐证，由检查方复查。对判定有异议的，可在办结前申诉。同类问题应举一反三，不得以删除、关停代替整改；确属无力维护的，按规定办理注销备案。`,
      },
      { kind: 'heading', level: 1, text: '附件　存在问题的政务新媒体名单' },
      ...lists(ruleSet, records),
      { kind: 'note', text: drawNote(inspection) },
    ],
  };
}

/** The same list as a workbook's sheet. */
export function recordsSheet(ruleSet: RuleSet, records: readonly InspectionRecord[]): SheetModel {
  return {
    name: '检查结果',
    columns: [
      '平台',
      '账号名称',
      '微信号',
      '责任单位',
      '主管单位',
      '检查时更新日期',
      '判定',
      '得分',
      '问题类别',
      '具体情形',
      '整改期限',
      '状态',
    ].map((one) => ({ title: one })),
    rows: records.map((record) => {
      const { platform, account, lastUpdate, verdict, findings, dueOn, state } = record;
      return [
        platform,
        account.name,
        account.wechatId,
        account.agency,
        account.supervisorUnit,
        lastUpdate,
        verdict === null ? null : verdict.qualified ? '合格' : '不合格',
        verdict?.points ?? null,
        findings.map(({ ruleId }) => labelOf(ruleSet, ruleId)).join('；') || null,
        findings.map((finding) => situation(finding)).join('；') || null,
        dueOn,
        recordStateLabels[state],
      ];
    }),
  };
}

function opening(
  { inspectionDay, scopeLabel, sample, frame }: Inspection,
  ruleSet: RuleSet,
): string {
  return `按照${ruleSet.name}，${dayName(inspectionDay)}对${spokenScope(scopeLabel)}的政务微信公众号进行了检查。纳入检查范围 ${frame?.size ?? 0} 个，抽查 ${sample?.size ?? 0} 个，其中复查上次不合格账号 ${sample?.rechecks ?? 0} 个。`;
}

function overall({ frame, previous }: Inspection, statistics: InspectionStatistics): string {
  const { inspected, failed, flawed, passRate, rechecked, stillFailing } = statistics;
  const share = frame && frame.size > 0 ? percent(inspected / frame.size) : '—';
  const before =
    previous?.passRate != null ? `上次为 ${percent(previous.passRate)}。` : '没有上次可比。';
  const flaws = flawed > 0 ? `合格账号中有扣分情形 ${flawed} 个。` : '';
  const again =
    rechecked > 0
      ? `复查上次不合格账号 ${rechecked} 个，仍不合格 ${stillFailing} 个，不计入合格率。`
      : '';
  return `随机抽查 ${inspected} 个（占 ${share}），不合格 ${failed} 个，合格率 ${passRate === null ? '—' : percent(passRate)}，${before}${flaws}${again}`;
}

/** Where it lies: left out where the scope is one region. */
function regionTable({ statistics, regionNames }: Inspection): Block[] {
  const tallies = statistics?.byRegion ?? [];
  if (tallies.length < 2) return [];
  return [
    {
      kind: 'table',
      caption: '各地抽查结果',
      columns: ['地域', '抽查（个）', '不合格（个）', '合格率'].map((title) => ({
        title,
        width: 1,
      })),
      rows: tallies.map(({ key, inspected, failed }) => [
        regionNames[key] ?? key,
        String(inspected),
        String(failed),
        percent((inspected - failed) / inspected),
      ]),
    },
  ];
}

function problems(ruleSet: RuleSet, statistics: InspectionStatistics | null): Block[] {
  const found = statistics?.byProblem ?? [];
  if (found.length === 0) return [{ kind: 'paragraph', text: '未发现问题。' }];
  return [
    {
      kind: 'list',
      numbered: true,
      items: found.map(({ ruleId, accounts }) => `${labelOf(ruleSet, ruleId)}：${accounts} 个。`),
    },
  ];
}

function lists(ruleSet: RuleSet, records: readonly InspectionRecord[]): Block[] {
  const vetoed = records.filter(({ verdict }) => verdict?.tier === 'veto');
  const others = records.filter(({ verdict }) => verdict?.tier === 'deduction');
  if (!ruleSet.twoTier) return byProblem(ruleSet, [...vetoed, ...others]);
  return [
    { kind: 'heading', level: 2, text: '（一）出现单项否决情形' },
    ...byProblem(ruleSet, vetoed),
    { kind: 'heading', level: 2, text: '（二）出现扣分情形' },
    ...byProblem(ruleSet, others),
  ];
}

function byProblem(ruleSet: RuleSet, records: readonly InspectionRecord[]): Block[] {
  if (records.length === 0) return [{ kind: 'paragraph', text: '无。' }];
  return ruleSet.rules
    .filter(({ kind }) => kind !== 'bonus')
    .flatMap(({ id, label }): Block[] => {
      const rows = records.flatMap((record) => {
        const finding = record.findings.find(({ ruleId }) => ruleId === id);
        return finding ? [rowOf(record, finding)] : [];
      });
      return rows.length > 0
        ? [{ kind: 'table', caption: `${label}（${rows.length} 个）`, columns, rows }]
        : [];
    });
}

function rowOf({ platform, account, lastUpdate, dueOn }: InspectionRecord, finding: Finding) {
  return [platform, account.name, account.agency, lastUpdate, situation(finding), dueOn];
}

function drawNote({ commitment, seed, witness, frame, share }: Inspection): string {
  return `抽取可由任何人复核：种子摘要 ${commitment ?? '—'}，种子 ${seed ?? '—'}，见证 ${witness ?? '—'}，名单 ${frame?.size ?? 0} 个、校验和 ${frame?.checksum || '—'}，比例 ${percent(share)}；规则见 docs/inspections.md。`;
}

function labelOf(ruleSet: RuleSet, ruleId: string): string {
  return ruleSet.rules.find(({ id }) => id === ruleId)?.label ?? ruleId;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}
