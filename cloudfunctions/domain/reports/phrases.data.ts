import type { Figures } from './figures';
import type { Dimension } from './groups';
import { groupsOf } from './lists';
import type { ListName } from './lists.data';

/**
 * One way of saying something: told when its condition holds. `{group.measure}` is a figure, `{|…}` the
 * same without its sign, `{@…}` a name of the report, `{#…}` a list of groups with their figures. The
 * words themselves hold no number.
 */
export interface Phrase {
  when?: Condition;
  say: string;
}

type Condition = (figures: Figures) => boolean;

/** The first phrase whose condition holds is said; none when none does. */
export type Slot = Phrase[];

const isNull =
  (id: string): Condition =>
  (figures) =>
    figures.value(id) === null;
const isZero =
  (id: string): Condition =>
  (figures) =>
    figures.value(id) === 0;
const isOver =
  (id: string): Condition =>
  (figures) =>
    (figures.value(id) ?? 0) > 0;
const isUnder =
  (id: string): Condition =>
  (figures) =>
    (figures.value(id) ?? 0) < 0;
const all =
  (...conditions: Condition[]): Condition =>
  (figures) =>
    conditions.every((holds) => holds(figures));
const not =
  (condition: Condition): Condition =>
  (figures) =>
    !condition(figures);
const has =
  (list: ListName): Condition =>
  (figures) =>
    groupsOf(list, figures).length > 0;
const medians = (dimension: Dimension, figures: Figures): number[] =>
  figures.keys(dimension).flatMap((key) => figures.value(`${key}.median`) ?? []);
/** Several groups have a median, and not all the same one. */
const differs =
  (dimension: Dimension): Condition =>
  (figures) =>
    new Set(medians(dimension, figures)).size > 1;
const agrees =
  (dimension: Dimension): Condition =>
  (figures) =>
    medians(dimension, figures).length > 1 && !differs(dimension)(figures);

/** What a figure did since the period before. */
const moved = (id: string, [up, down, same]: [up: string, down: string, same: string]): Slot => [
  { when: isOver(id), say: up },
  { when: isUnder(id), say: down },
  { when: isZero(id), say: same },
];

const best = (dimension: Dimension, differing: string, equal: string): Slot => [
  { when: differs(dimension), say: differing },
  { when: agrees(dimension), say: equal },
];

const standing = '截至{@end}，{@scope}在用政务微信公众号{all.accounts}个';

/** What each section says: its paragraphs, each of slots in order. */
export const phrases = {
  overview: [
    [
      moved('all.accountsChange', [
        `${standing}，比{@previous}末增加{|all.accountsChange}个`,
        `${standing}，比{@previous}末减少{|all.accountsChange}个`,
        `${standing}，与{@previous}末持平`,
      ]),
      [
        {
          when: all(isOver('all.opened'), isOver('all.closed')),
          say: '；期内新开设{all.opened}个、关停{all.closed}个。',
        },
        { when: isOver('all.opened'), say: '；期内新开设{all.opened}个，没有关停。' },
        { when: isOver('all.closed'), say: '；期内关停{all.closed}个，没有新开设。' },
        { say: '；期内没有新开设或关停的账号。' },
      ],
    ],
    [
      [
        { when: isZero('all.scored'), say: '{@period}没有账号得到“{@scheme}”，以下只列数量。' },
        { when: (f) => f.value('all.coverage') === 1, say: '在用账号都有{@period}的“{@scheme}”。' },
        {
          say: '其中{all.scored}个有{@period}的“{@scheme}”，覆盖在用账号的{all.coverage}，其余未报数或数据不足。',
        },
      ],
      [
        {
          when: not(isNull('all.median')),
          say: '指数中位数为{all.median}，居中的一半账号在{all.lowerQuartile}至{all.upperQuartile}之间',
        },
        { when: isOver('all.scored'), say: '有指数的账号很少，为免推知单个账号，不列指数的分布。' },
      ],
      moved('all.medianChange', [
        '；中位数比{@previous}的{all.medianBefore}上升{|all.medianChange}。',
        '；中位数比{@previous}的{all.medianBefore}下降{|all.medianChange}。',
        '；中位数与{@previous}持平。',
      ]),
      [
        {
          when: all(not(isNull('all.median')), isNull('all.medianChange')),
          say: '；{@previous}有指数的账号很少，不作比较。',
        },
      ],
    ],
  ],

  level: [
    [
      [{ say: '从级别分布看，数量最多的是{#levelMost}。' }],
      best('level', '指数中位数最高的是{#levelBest}。', '各级别的指数中位数持平。'),
      [
        {
          when: all(has('levelRising'), has('levelFalling')),
          say: '与{@previous}相比，中位数上升的有{#levelRising}，下降的有{#levelFalling}。',
        },
        { when: has('levelRising'), say: '与{@previous}相比，中位数上升的有{#levelRising}。' },
        { when: has('levelFalling'), say: '与{@previous}相比，中位数下降的有{#levelFalling}。' },
      ],
    ],
  ],

  region: [
    [
      [
        { when: has('regionMost'), say: '从地域分布看，账号数量居前的是{#regionMost}。' },
        { say: '从地域分布看，各地账号数量接近。' },
      ],
      best('region', '指数中位数居前的是{#regionBest}。', '各地指数中位数持平。'),
      [
        {
          when: all(differs('city'), has('cityBest')),
          say: '按{@city}比较，指数中位数居前的是{#cityBest}。',
        },
      ],
    ],
  ],

  department: [
    [
      [
        { when: has('departmentMost'), say: '从所属部门看，账号数量居前的是{#departmentMost}。' },
        { say: '从所属部门看，各部门账号数量接近。' },
      ],
      [
        {
          when: has('departmentBest'),
          say: '运作较好、指数中位数高于总体（{all.median}）的有{#departmentBest}。',
        },
        { when: agrees('department'), say: '各部门的指数中位数持平。' },
      ],
    ],
  ],

  stage: [
    [
      [
        {
          say: '政务微信先后经历发展初期（{@founding}）、成长发展期（{@growth}）和稳定发展期（{@stable}）。按开设时间划分，{#stageEach}。',
        },
      ],
      best(
        'stage',
        '开设于不同时期的账号中，指数中位数最高的是{#stageBest}。',
        '不同时期开设的账号，指数中位数持平。',
      ),
    ],
  ],

  mode: [
    [
      [{ say: '从运作模式看，{#modeEach}。' }],
      [
        {
          when: has('transitionEach'),
          say: '与{@previous}末相比，{all.modeChanged}个账号调整了运作模式：{#transitionEach}。',
        },
        { say: '与{@previous}末相比，没有账号调整运作模式。' },
      ],
    ],
    [
      [
        {
          when: differs('mode'),
          say: '各模式的指数中位数：{#modeMedians}。各模式账号的级别和部门构成不同，差异不能归因于运作模式。',
        },
        { when: agrees('mode'), say: '各模式的指数中位数持平。' },
      ],
    ],
  ],

  concentration: [
    [
      [{ when: not(isNull('all.gini')), say: '账号间指数的基尼系数为{all.gini}' }],
      moved('all.giniChange', [
        '，比{@previous}上升{|all.giniChange}，差距扩大。',
        '，比{@previous}下降{|all.giniChange}，差距缩小。',
        '，与{@previous}持平。',
      ]),
      [
        {
          when: all(not(isNull('all.gini')), isNull('all.giniChange')),
          say: '。',
        },
      ],
      [
        {
          when: not(isNull('all.topTenth')),
          say: '指数最高的一成账号，占全部指数之和的{all.topTenth}。',
        },
      ],
    ],
    [
      [
        {
          when: not(isNull('all.betweenShare')),
          say: '按{@region}分解，泰尔指数{all.theil}中，地区之间为{all.theilBetween}（占{all.betweenShare}），地区内部为{all.theilWithin}',
        },
      ],
      [
        {
          when: all(
            not(isNull('all.betweenShare')),
            (f) => (f.value('all.betweenShare') ?? 0) > 0.5,
          ),
          say: '，差异主要在地区之间。',
        },
        {
          when: all(
            not(isNull('all.betweenShare')),
            (f) => (f.value('all.betweenShare') ?? 1) < 0.5,
          ),
          say: '，差异主要在地区内部。',
        },
        { when: not(isNull('all.betweenShare')), say: '，两者相当。' },
      ],
      [
        { when: isZero('all.regionGap'), say: '各地指数中位数没有差距。' },
        {
          when: not(isNull('all.regionGap')),
          say: '各地指数中位数，最高与最低相差{all.regionGap}。',
        },
      ],
      moved('all.regionGapChange', [
        '这一差距比{@previous}的{all.regionGapBefore}扩大{|all.regionGapChange}。',
        '这一差距比{@previous}的{all.regionGapBefore}缩小{|all.regionGapChange}。',
        '这一差距与{@previous}持平。',
      ]),
    ],
  ],

  comparison: [
    [
      [
        { when: isZero('all.matched'), say: '没有账号在两期都有指数，不作比较。' },
        {
          say: '{all.matched}个账号在{@period}和{@previous}都有指数，其中上升{all.rose}个（{all.roseShare}）、下降{all.fell}个（{all.fellShare}）、持平{all.same}个',
        },
      ],
      moved('all.medianGain', [
        '；账号变化的中位数为上升{|all.medianGain}。',
        '；账号变化的中位数为下降{|all.medianGain}。',
        '；账号变化的中位数为持平。',
      ]),
      [{ when: all(isOver('all.matched'), isNull('all.medianGain')), say: '。' }],
    ],
  ],
} satisfies Record<string, Slot[][]>;

export type SectionName = keyof typeof phrases;
