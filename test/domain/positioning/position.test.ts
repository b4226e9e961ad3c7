import fc from 'fast-check';
import { position } from '../../../cloudfunctions/domain/positioning';
import {
  departmentServices,
  usualFunctions,
} from '../../../cloudfunctions/domain/positioning/departments.data';
import { menuLimits } from '../../../cloudfunctions/domain/positioning/menu.data';
import type { ModeFacts } from '../../../typings/modes';
import type { Department } from '../../../typings/vocabulary';
import { arbitraryFacts } from '../modes/arbitrary-facts';

const mix = (information: number, service: number, interaction: number) => ({
  functions: { information, service, interaction },
});

describe('kind', () => {
  it.each<[string, ModeFacts, string]>([
    ['information first', mix(0.6, 0.2, 0.2), 'subscription'],
    ['interaction first', mix(0.2, 0.2, 0.6), 'subscription'],
    ['service first', mix(0.2, 0.6, 0.2), 'service'],
    [
      'service first, seven posts a week',
      { ...mix(0.2, 0.6, 0.2), workload: { postsPerWeek: 7 } },
      'service',
    ],
    [
      'service first, too much to push',
      { ...mix(0.2, 0.6, 0.2), workload: { postsPerWeek: 14 } },
      'subscription',
    ],
    [
      'too much to push, but notices needed',
      { ...mix(0.2, 0.6, 0.2), workload: { postsPerWeek: 14 }, needs: ['template-message'] },
      'service',
    ],
    [
      'payment alone',
      { ...mix(0.6, 0.3, 0.1), needs: ['payment', 'web-authorisation'] },
      'subscription',
    ],
    [
      'notices, service even with information',
      { ...mix(0.4, 0.4, 0.2), needs: ['template-message'] },
      'service',
    ],
    ['traffic police by department', { department: 'traffic-municipal' }, 'service'],
    ['a government office by department', { department: 'government-office' }, 'subscription'],
  ])('%s: %3$s', (_, facts, kind) => {
    const answer = position(facts);
    expect(answer.kind).toBe(kind);
    expect(answer.because.length).toBeGreaterThan(0);
    expect(answer.consequences.length).toBeGreaterThan(2);
  });

  it('says that payment does not call for a service account', () => {
    const { because } = position({ ...mix(0.8, 0.1, 0.1), needs: ['payment'] });
    expect(because.map(({ text }) => text).join()).toContain('认证的政府订阅号');
  });

  it('does not guess without functions and department', () => {
    expect(position({ functions: { information: 0 } })).toMatchObject({
      kind: null,
      menu: [],
      rhythm: null,
      missing: [{ fact: 'functions' }, { fact: 'department' }],
    });
  });

  it('says that functions were taken from the department, and asks for them', () => {
    const answer = position({ department: 'health' });
    expect(answer.because[0]?.facts).toEqual(['department']);
    expect(answer.missing).toHaveLength(1);
  });
});

describe('menu, rhythm and interaction', () => {
  it('stay within the platform’s limits for any facts', () => {
    fc.assert(
      fc.property(
        arbitraryFacts,
        fc.constantFrom<Department[]>(...(Object.keys(usualFunctions) as Department[])),
        (facts, department) => {
          const { menu, rhythm, kind } = position({ ...facts, department });
          expect(menu.length).toBeGreaterThan(0);
          expect(menu.length).toBeLessThanOrEqual(menuLimits.columns);
          for (const { name, items } of menu) {
            expect([...name].length).toBeLessThanOrEqual(4);
            expect(items.length).toBeGreaterThanOrEqual(2);
            expect(items.length).toBeLessThanOrEqual(5);
            expect(items.every((item) => [...item.name].length <= 7)).toBe(true);
          }
          const names = menu.flatMap(({ items }) => items.map(({ name }) => name));
          expect(new Set(names).size).toBe(names.length);
          expect(rhythm?.pushesPerWeek).toBeLessThanOrEqual(kind === 'service' ? 1 : 7);
          expect(rhythm?.articlesPerPush).toBeLessThanOrEqual(8);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('puts the main function first and always offers interaction', () => {
    const menu = position(mix(0.1, 0.9, 0)).menu.map(({ name }) => name);
    expect(menu).toEqual(['办事服务', '信息公开', '互动交流']);
    expect(position(mix(1, 0, 0)).menu.map(({ name }) => name)).toEqual(['信息公开', '互动交流']);
  });

  it('leads with the department’s own services', () => {
    for (const [department, services] of Object.entries(departmentServices)) {
      const column = position({ department: department as Department, ...mix(0.2, 0.6, 0.2) })
        .menu[0];
      expect(column?.items[0]).toEqual(services[0]);
    }
  });

  it('keeps answers with the agency when a vendor runs the account', () => {
    const { interaction } = position({ ...mix(0.6, 0.2, 0.2), purchases: ['operation'] });
    expect(interaction[0]?.owner).toContain('经办人员答复');
    expect(interaction.every(({ withinHours }) => withinHours > 0)).toBe(true);
  });
});

describe('gaps', () => {
  const facts = mix(0.6, 0.2, 0.2);

  it('are unknown without a menu, and one when there is none', () => {
    expect(position(facts).gaps).toBeNull();
    expect(position(facts, []).gaps).toMatchObject([{ kind: 'no-menu' }]);
  });

  it('recognise what the menu has under other names', () => {
    const gaps = position(facts, [
      { name: '政务', items: [{ name: '本地要闻' }, { name: '公示公告' }] },
    ]).gaps;
    const missing = gaps?.filter(({ kind }) => kind === 'missing').map(({ name }) => name);
    expect(missing).toContain('我要留言');
    expect(missing).not.toContain('工作动态');
    expect(missing).not.toContain('通知公告');
  });

  it('find what is unplanned, too long and too many', () => {
    const gaps = position(facts, [
      {
        name: '一个很长的菜单',
        items: Array.from({ length: 6 }, (_, n) => ({ name: `抽奖${n}` })),
      },
      { name: '二', items: [{ name: '名字实在是太长了的菜单' }] },
      { name: '三' },
      { name: '四' },
    ]).gaps;
    const kinds = new Set(gaps?.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['missing', 'unplanned', 'too-many', 'name-too-long']));
    expect(gaps?.filter(({ kind }) => kind === 'too-many')).toHaveLength(2);
    expect(gaps?.filter(({ kind }) => kind === 'name-too-long')).toHaveLength(2);
  });

  it('are none for the plan itself', () => {
    const { menu } = position(facts);
    expect(position(facts, menu).gaps).toEqual([]);
  });
});
