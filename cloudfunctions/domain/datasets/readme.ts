import type { DatasetRelease } from '../../../typings/datasets';
import type { Dictionary } from './dictionary';
import { licence } from './licence.data';

const sensitivities = {
  pseudonym: '化名',
  trait: '特征，按阶梯泛化',
  linkable: '可公开见到的数字，粗取整',
  held: '只有单位掌握的数字，取整',
} as const;

/** README.md of a release: what it is, what was done to it, its dictionary, licence and citation. */
export function readmeOf(
  release: Pick<DatasetRelease, 'title' | 'period' | 'scopeLabel' | 'version' | 'sample'>,
  { columns, citation, disclosure }: Dictionary,
): string {
  const { k, accounts, released, suppressed, classes, smallestClass, steps } = disclosure;
  return lines([
    `# ${release.title}`,
    release.sample ? '\n> 示例数据：由程序生成，不对应任何真实账号。' : null,
    '',
    `周期 ${release.period}，范围 ${release.scopeLabel}，第 ${release.version} 版。仅供研究参考，不作考核依据。`,
    '',
    '## 怎样保护具体账号',
    '',
    `- 有填报的账号 ${accounts} 个，公布 ${released} 个，隐去 ${suppressed} 个。`,
    `- 公布的特征组合共 ${classes} 组，每组至少 ${k} 个账号；最小的一组 ${smallestClass ?? 0} 个。`,
    `- 每个公布的数字至少由 ${k} 个账号共有：先按规则取整，再把稀少的值并入相邻的值，以中位数公布；最大和最小的值因此被并档。`,
    '- 化名只在这一次发布内有效，生成它的密钥在发布完成时销毁。',
    '- 市民的留言和任何身份标识都不在其中。',
    '- 特征与数字的组合仍可能少见，许可禁止辨认。',
    '',
    '| 用到的阶梯 | 账号 |',
    '|---|---|',
    ...steps.map(({ step, accounts: count }) => `| ${step} | ${count} |`),
    '',
    '## 数据字典',
    '',
    '`*` 表示不区分；空值表示未知，不是 0。',
    '',
    '| 列 | 名称 | 单位 | 定义 | 来源 | 类别 | 取整 | 说明 |',
    '|---|---|---|---|---|---|---|---|',
    ...columns.map(
      (column) =>
        `| ${column.name} | ${column.label} | ${column.unit} | ${column.definition} | ${column.source ?? ''} | ${sensitivities[column.sensitivity]} | ${column.rounding ?? ''} | ${column.withheld ?? ''} |`,
    ),
    '',
    ...columns
      .filter(({ codes }) => codes.length > 0)
      .flatMap(({ name, label, codes }) => [
        `### ${label}（${name}）的代码`,
        '',
        ...codes.map(({ code, label: meaning }) => `- \`${code}\` ${meaning}`),
        '',
      ]),
    '## 引用',
    '',
    citation,
    '',
    `## ${licence.title}（${licence.id}）`,
    '',
    ...licence.terms.map((term, index) => `${index + 1}. ${term}`),
    '',
    '## 校验',
    '',
    '`SHA256SUMS` 列出每个文件的 SHA-256；它自身的 SHA-256 就是发布页上的校验值。',
    '',
  ]);
}

function lines(list: (string | null)[]): string {
  return list.filter((line) => line !== null).join('\n');
}
