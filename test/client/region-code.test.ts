import { codeOf, prefixOf } from '../../client/region-code';

it.each([
  ['350000', '35'],
  ['350100', '3501'],
  ['350102', '350102'],
  ['429004', '429004'],
  ['', ''],
])('%s lies in %s', (code, prefix) => {
  expect(prefixOf(code)).toBe(prefix);
  if (code !== '') expect(codeOf(prefix)).toBe(code);
});
