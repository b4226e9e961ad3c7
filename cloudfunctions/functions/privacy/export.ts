import { inventory } from '../../domain/privacy/inventory.data';
import { found } from '../../handler/refusal';
import { publishFile } from '../../platform/files';
import { randomId } from '../../platform/random';
import { recordsNaming } from '../../records/personal';

/** Everything kept of a person, with why, as one JSON file. */
export async function exportOf(who: string): Promise<{ url: string; records: number }> {
  const sections = [];
  let records = 0;
  for (const field of inventory) {
    if (field.holds !== 'member') continue;
    const documents = [];
    for await (const page of recordsNaming(field, who)) documents.push(...page);
    if (documents.length === 0) continue;
    records += documents.length;
    const { what, purpose, basis, retention } = field;
    const explained = { 内容: what, 目的: purpose, 依据: basis, 保存期限: retention };
    sections.push({ ...explained, 记录: documents });
  }
  const text = JSON.stringify({ 说明: '系统保存的与您有关的全部记录', 分类: sections }, null, 2);
  const path = `privacy/${randomId()}/我的数据.json`;
  return { url: found(await publishFile(path, new TextEncoder().encode(text))), records };
}
