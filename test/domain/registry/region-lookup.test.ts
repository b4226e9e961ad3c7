import { regionLookup } from '../../../cloudfunctions/domain/registry/region-lookup';
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

describe('templateSheets', () => {
  it('has a header row that the import reads', () => {
    const headers = templateSheets()[0]?.columns.map(({ title }) => title) ?? [];
    const { counts, warnings } = plan([headers, row(1)]);
    expect(counts.added).toBe(1);
    expect(warnings).toEqual([]);
  });
});
