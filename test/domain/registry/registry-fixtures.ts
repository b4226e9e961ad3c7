import type { RegistryPlan } from '../../../cloudfunctions/domain/registry/plan';
import { previewRegistry } from '../../../cloudfunctions/domain/registry/plan';
import { regionLookup } from '../../../cloudfunctions/domain/registry/region-lookup';
import type { Cell } from '../../../typings/intake';
import type { Account, RegistryRecord } from '../../../typings/registry';

export const regions = regionLookup([
  { code: '350000', name: '福建省' },
  { code: '350100', name: '福州市' },
  { code: '350102', name: '鼓楼区' },
  { code: '320000', name: '江苏省' },
  { code: '320100', name: '南京市' },
  { code: '320106', name: '鼓楼区' },
  { code: '429000', name: '湖北省-自治区直辖县级行政区划' },
  { code: '420000', name: '湖北省' },
  { code: '429004', name: '仙桃市' },
]);

export const header = [
  '账号名称',
  '微信号',
  'AppID',
  '类型',
  '主体',
  '主办单位',
  '级别',
  '地域',
  '部门',
  '主管单位',
];

/** A valid row; `number` makes it one of its own. */
export function row(number: number, over: Partial<Record<string, Cell>> = {}): Cell[] {
  const cells: Record<string, Cell> = {
    账号名称: `示例发布${number}`,
    微信号: `shili_${number}_fabu`,
    AppID: `wx${number.toString(16).padStart(16, '0')}`,
    类型: '订阅号',
    主体: `示例市${number}局`,
    主办单位: `示例市${number}局`,
    级别: '县区级',
    地域: '350102',
    部门: '公安',
    主管单位: null,
  };
  const changed: Record<string, Cell | undefined> = { ...cells, ...over };
  return header.map((name) => changed[name] ?? null);
}

export function plan(grid: Cell[][], existing: Account[] = []): RegistryPlan {
  const result = previewRegistry(grid, existing, { regions });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function stored(record: RegistryRecord, id: string): Account {
  const agency = { ...record.agency, id: `agency-${id}` };
  return { ...record, agency, id, sample: false, revision: 1, updatedAt: '2026-11-01T00:00:00Z' };
}

/** Accounts as they stand after a plan's additions. */
export function applied(first: RegistryPlan): Account[] {
  return first.changes.map(({ record }, at) => stored(record, `account-${at}`));
}
