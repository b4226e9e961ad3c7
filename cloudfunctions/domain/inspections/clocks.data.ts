import type { UpdateClock } from '../../../typings/updates';

/** Before this day the national rule was not in force. */
const nationalFrom = '2019-04-01';

const national = '国办秘函〔2019〕19号；国办公开办2023年专项清理“发布类账号2周内无更新”';

/**
 * The floor on updates as a setting for each class of accounts and region. The longest prefix in
 * force holds. Regions and figures are those that published rules and bulletins state.
 */
export const clocks: UpdateClock[] = [
  {
    regionPrefix: '',
    kind: 'subscription',
    days: 14,
    postsPerWeek: null,
    effective: { from: nationalFrom, to: null },
    source: national,
  },
  {
    regionPrefix: '',
    kind: 'service',
    days: 14,
    postsPerWeek: null,
    effective: { from: nationalFrom, to: null },
    source: `${national}；各地通报不分账号类型，服务号从严适用`,
  },
  {
    regionPrefix: '350121',
    kind: 'subscription',
    days: 10,
    postsPerWeek: null,
    effective: { from: '2025-01-01', to: null },
    source: '闽侯县2025年通报：保证每10天内都能更新信息',
  },
  {
    regionPrefix: '411426',
    kind: 'subscription',
    days: 14,
    postsPerWeek: 3,
    effective: { from: '2022-01-01', to: null },
    source: '夏邑县2022年第一季度通报：更新次数少于每周3次',
  },
];
