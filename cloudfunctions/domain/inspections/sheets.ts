import type { SheetModel } from '../../../typings/documents';
import type { DueRecord } from '../../../typings/inspections';
import type { UpdateForecast } from '../../../typings/updates';
import type { RegionCode } from '../../../typings/vocabulary';
import { levelLabels } from '../modes/labels.data';
import { findRuleSet } from './rule-sets';
import { recordStateLabels } from './states.data';

type NameOf = (region: RegionCode) => string | null;

const titled = (titles: string[]) => titles.map((title) => ({ title, width: 18 }));

/** 整改台账 of all inspections. */
export function dueSheet(records: readonly DueRecord[], regionName: NameOf): SheetModel {
  return {
    name: '整改',
    columns: titled([
      '账号名称',
      '微信号',
      '责任单位',
      '主管单位',
      '地域',
      '检查',
      '问题类别',
      '整改期限',
      '剩余天数',
      '状态',
    ]),
    rows: records.map(
      ({ account, inspectionTitle, ruleSetId, findings, dueOn, daysLeft, state }) => {
        const rules = findRuleSet(ruleSetId)?.rules ?? [];
        const labels = findings.map(({ ruleId }) => rules.find(({ id }) => id === ruleId)?.label);
        return [
          account.name,
          account.wechatId,
          account.agency,
          account.supervisorUnit,
          regionName(account.region) ?? account.region,
          inspectionTitle,
          labels.flatMap((label) => label ?? []).join('；') || null,
          dueOn,
          daysLeft,
          recordStateLabels[state],
        ];
      },
    ),
  };
}

/** 更新预警 as a table. */
export function forecastSheet(
  forecasts: readonly UpdateForecast[],
  regionName: NameOf,
): SheetModel {
  return {
    name: '更新预警',
    columns: titled([
      '账号名称',
      '主办单位',
      '级别',
      '地域',
      '最近发文',
      '期限（天）',
      '须在此日前更新',
      '剩余天数',
      '期限依据',
    ]),
    rows: forecasts.map(({ name, agency, level, region, lastPublished, clock, ...rest }) => [
      name,
      agency,
      levelLabels[level],
      regionName(region) ?? region,
      lastPublished,
      clock.days,
      rest.publishBy,
      rest.daysLeft,
      clock.source,
    ]),
  };
}
