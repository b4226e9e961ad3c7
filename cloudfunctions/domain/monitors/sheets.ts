import type { SheetModel } from '../../../typings/documents';
import type { HitKind, PostingRecord, Published, TitleHit } from '../../../typings/monitors';

const kinds: Record<HitKind, string> = {
  'wrong-form': '错别字',
  sensitive: '不规范表述',
  'identity-number': '身份证号未遮挡',
  'phone-number': '手机号未遮挡',
  'bank-card': '银行卡号未遮挡',
};
const states: Record<TitleHit['state'], string> = {
  open: '待核对',
  'false-alarm': '误报',
  corrected: '已更正',
  inspection: '转检查',
};

const titled = (titles: string[]) => titles.map((title) => ({ title, width: 18 }));

/** How steadily accounts post, as a table. */
export function postingsSheet(postings: readonly PostingRecord[]): SheetModel {
  return {
    name: '更新间隔',
    columns: titled([
      '账号',
      '主办单位',
      '周期',
      '最长间隔（天）',
      '上期最长间隔（天）',
      '不达标（天）',
      '上期不达标（天）',
      '更新标准（天）',
      '最近发文',
      '距今（天）',
      '待核词条',
    ]),
    rows: postings.map((one) => [
      one.accountName,
      one.agencyName,
      one.period,
      one.longestGapDays,
      one.previous?.longestGapDays ?? null,
      one.daysBelow,
      one.previous?.daysBelow ?? null,
      one.standard?.days ?? null,
      one.lastPublished,
      one.silentDays,
      one.openHits,
    ]),
  };
}

/** What in titles a person should look at, or has: numbers of persons are masked. */
export function hitsSheet(hits: readonly TitleHit[]): SheetModel {
  return {
    name: '标题核对',
    columns: titled([
      '账号',
      '主办单位',
      '标题',
      '类别',
      '命中',
      '建议',
      '词表',
      '发布日期',
      '处理',
      '说明',
    ]),
    rows: hits.map((hit) => [
      hit.accountName,
      hit.agencyName,
      hit.excerpt,
      kinds[hit.kind],
      hit.found,
      hit.instead,
      hit.list,
      hit.publishedAt,
      states[hit.state],
      hit.note,
    ]),
  };
}

/** Who published a title: as information, never as a duty, which the sheet's name says too. */
export function publishedSheet(published: readonly Published[]): SheetModel {
  return {
    name: '同题发布（仅供了解，不作考核）',
    columns: titled(['账号', '主办单位', '发布日期']),
    rows: published.map((one) => [one.accountName, one.agencyName, one.publishedAt]),
  };
}
