import { spokenScope } from '../../cloudfunctions/domain/spoken-scope';

test.each([
  ['福建省福州市 · 全部账号', '福建省福州市'],
  ['福建省 · 县区级 · 教育', '福建省（县区级、教育）'],
  ['全国', '全国'],
])('%s is said as %s', (label, said) => {
  expect(spokenScope(label)).toBe(said);
});
