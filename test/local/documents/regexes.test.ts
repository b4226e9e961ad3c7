import { finds } from '../../../local/cloudbase/documents/query/regex';
import { Regex } from '../../../local/cloudbase/documents/values/types';

test.each<[pattern: string, options: string, found: string, missed: string]>([
  ['^b$', 'm', 'a\nb', 'a\nbc'],
  ['a.b', 's', 'a\nb', 'a\nc'],
  ['(?i)äb', '', 'ÄB', 'AB'],
  ['^[[:alpha:]_]+[[:digit:]]$', '', 'ab_1', '1a1'],
  ['[^[:space:][:punct:]]', '', ' a!', ' -!'],
  ['\\Aab', 'm', 'ab', 'c\nab'],
  ['ab\\z', 'm', 'ab', 'ab\nc'],
  ['ab\\Z', '', 'ab\n', 'ab\n\n'],
  ['^\\Q1+1\\E$', '', '1+1', '11'],
  ['^[\\w\\-\\.]+\\@x\\.cn$', '', 'a-b.c@x.cn', 'a b@x.cn'],
  ['^[\\p{Han}\\-]+$', '', '政-微', '政a'],
  ['^a{,2}$', '', 'a{,2}', 'aa'],
])('/%s/%s finds %j and not %j', (pattern, options, found, missed) => {
  const regex = new Regex(pattern, options);
  expect([finds(regex, found), finds(regex, missed)]).toEqual([true, false]);
});

test.each([
  ['a++', '', 'invalid'],
  ['(?>a)', '', 'invalid'],
  ['a b', 'x', 'invalid flag in regex options: x'],
  ['[[:^alpha:]]', '', '[:^alpha:]'],
  ['a\\hb', '', '\\h'],
  ['\\x{1F600}', '', '\\x{'],
  ['\\pL', '', '\\pL'],
])(
  '/%s/%s, which JavaScript would read otherwise, is refused by name',
  (pattern, options, said) => {
    expect(() => finds(new Regex(pattern, options), 'a')).toThrow(said);
  },
);
