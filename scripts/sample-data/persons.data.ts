import { vendorIdOf } from '../../cloudfunctions/records/vendor-id';
import type { Scope } from '../../typings/membership';
import type { Role } from '../../typings/vocabulary';

/** Codes that no enterprise has: their registry number is not one that is given. */
export const sampleVendorCodes = {
  media: '91350100MA00000X1M',
  studio: '91350100MA00000X2Q',
} as const;

/** Whom the preview can be looked at as; `membership: null` is a citizen. */
export interface Person {
  openid: string;
  label: string;
  membership: { role: Role; scope: Scope; label: string } | null;
}

export const persons: Person[] = [
  {
    openid: 'preview-staff-gulou',
    label: '运营人员 · 家在鼓楼',
    membership: {
      role: 'staff',
      scope: { kind: 'agency', agencyId: 'sample-agency-jiazaigulou' },
      label: '鼓楼区人民政府办公室',
    },
  },
  {
    openid: 'preview-staff-fulian',
    label: '运营人员 · 福州妇联',
    membership: {
      role: 'staff',
      scope: { kind: 'agency', agencyId: 'sample-agency-fuzhoufulian' },
      label: '福州市妇女联合会',
    },
  },
  {
    openid: 'preview-staff-weijian',
    label: '运营人员 · 福州卫健',
    membership: {
      role: 'staff',
      scope: { kind: 'agency', agencyId: 'sample-agency-prefectural-081' },
      label: '福州市卫生健康局',
    },
  },
  {
    openid: 'preview-supervisor-county',
    label: '主管部门 · 鼓楼区',
    membership: {
      role: 'supervisor',
      scope: { kind: 'region', regionPrefix: '350102' },
      label: '鼓楼区 · 全部账号',
    },
  },
  {
    openid: 'preview-supervisor-jinan',
    label: '主管部门 · 晋安区',
    membership: {
      role: 'supervisor',
      scope: { kind: 'region', regionPrefix: '350111' },
      label: '晋安区 · 全部账号',
    },
  },
  {
    openid: 'preview-supervisor-fuqing',
    label: '主管部门 · 福清市',
    membership: {
      role: 'supervisor',
      scope: { kind: 'region', regionPrefix: '350181' },
      label: '福清市 · 全部账号',
    },
  },
  {
    openid: 'preview-supervisor-city',
    label: '主管部门 · 福州市',
    membership: {
      role: 'supervisor',
      scope: { kind: 'region', regionPrefix: '3501' },
      label: '福州市 · 全部账号',
    },
  },
  {
    openid: 'preview-supervisor-province',
    label: '主管部门 · 福建省',
    membership: {
      role: 'supervisor',
      scope: { kind: 'region', regionPrefix: '35' },
      label: '福建省 · 全部账号',
    },
  },
  {
    openid: 'preview-supervisor-country',
    label: '主管部门 · 全国',
    membership: {
      role: 'supervisor',
      scope: { kind: 'region', regionPrefix: '' },
      label: '全国 · 全部账号',
    },
  },
  {
    openid: 'preview-vendor',
    label: '受托方 · 示例传媒',
    membership: {
      role: 'vendor',
      scope: { kind: 'vendor', vendorId: vendorIdOf(sampleVendorCodes.media) },
      label: '示例传媒有限公司',
    },
  },
  {
    openid: 'preview-researcher',
    label: '研究机构 · 示例研究院',
    membership: { role: 'researcher', scope: { kind: 'datasets' }, label: '示例研究院' },
  },
  { openid: 'preview-citizen', label: '市民', membership: null },
];
