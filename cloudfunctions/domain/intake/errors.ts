import type { IntakeError } from '../../../typings/intake';
import { layouts } from './layouts.data';

const names = [...new Set(layouts.map((layout) => layout.name))].join('、');

export const unknownLayout: IntakeError = {
  reason: 'unknown-layout',
  code: 'invalid',
  message: `没有认出这份文件。请从公众号后台「数据分析」下载以下任意一种：${names}；自制表格第一行要写明列名，如「标题」「发表日期」「阅读次数」`,
};

export const noRows: IntakeError = {
  reason: 'no-rows',
  code: 'invalid',
  message: '文件里只有表头，没有数据。请确认下载时所选的时间范围内有数据，再重新下载',
};

export const mappingMismatch: IntakeError = {
  reason: 'unknown-layout',
  code: 'invalid',
  message: '文件的列与所选的对应关系不一致，请重新选择每一列的含义',
};
