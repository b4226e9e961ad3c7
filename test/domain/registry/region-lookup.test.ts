import { regionLookup, regionsBelow } from '../../../cloudfunctions/domain/registry/region-lookup';
import { templateSheets } from '../../../cloudfunctions/domain/registry/template';
import { regions as all } from '../../../cloudfunctions/platform/regions';
import { plan, regions, row } from './registry-fixtures';

describe('regionLookup', () => {
  it.each([
    ['福建省福州市鼓楼区', ['350102']],
    ['福建福州鼓楼', ['350102']],
    ['福州市 鼓楼区', ['350102']],
    ['福建省-鼓楼区', ['350102']],
    ['鼓楼区', ['350102', '320106']],
    ['福州', ['350100']],
    ['湖北仙桃', ['429004']],
    ['仙桃市', ['429004']],
    ['', []],
    ['江苏福州鼓楼区', []],
  ])('%s', (name, codes) => {
    expect(regions.codesOf(name)).toEqual(codes);
  });

  it('spells a code in full', () => {
    expect(regions.fullName('350102')).toBe('福建省福州市鼓楼区');
    expect(regions.fullName('429004')).toBe('湖北省仙桃市');
    expect(regions.fullName('350199')).toBeNull();
  });

  it('finds every code of the data package again by its full name', () => {
    const lookup = regionLookup(all);
    const lost = all.filter(({ code, name }) => {
      const full = lookup.fullName(code);
      const isGroup = name.includes('-');
      return !isGroup && (full === null || !lookup.codesOf(full).includes(code));
    });
    expect(all.length).toBeGreaterThan(3000);
    expect(lost).toEqual([]);
  });
});

describe('regionsBelow', () => {
  const namesBelow = (prefix: string) => regionsBelow(all, prefix).map(({ name }) => name);

  it('offers cities of a province and districts of a municipality, each by its own name', () => {
    expect(regionsBelow(all, '35')).toContainEqual({ prefix: '3501', name: '福州市' });
    expect(regionsBelow(all, '11')).toContainEqual({ prefix: '110101', name: '东城区' });
    expect(regionsBelow(all, '42')).toContainEqual({ prefix: '4290', name: '直辖县市' });
  });

  it('offers nothing that is no place of its own', () => {
    const cities = regionsBelow(all, '').flatMap(({ prefix }) => regionsBelow(all, prefix));
    const offered = cities.flatMap(({ prefix, name }) => [name, ...namesBelow(prefix)]);
    expect(offered.length).toBeGreaterThan(2000);
    expect(offered).not.toContain('市辖区');
  });
});

describe('templateSheets', () => {
  it('has a header row that the import reads', () => {
    const headers = templateSheets()[0]?.columns.map(({ title }) => title) ?? [];
    const { counts, warnings } = plan([headers, row(1)]);
    expect(counts.added).toBe(1);
    expect(warnings).toEqual([]);
  });
});
