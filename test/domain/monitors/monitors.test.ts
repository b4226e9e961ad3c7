import fc from 'fast-check';
import {
  builtInList,
  checkText,
  comparedTitle,
  isIdentityNumber,
  personalNumbers,
  postingsOf,
  readTitle,
  readWordList,
  withoutNumbers,
  wordMatcher,
} from '../../../cloudfunctions/domain/monitors';
import type { WordForm } from '../../../typings/monitors';

// Numbers of GB 11643's own annex and of test cards; nobody's.
const identity = '11010519491231002X';
const card = '6222021234567894';

describe('postings', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' };

  test('count the days beyond the standard between posts and at the edges', () => {
    const days = ['2026-11-05', '2026-11-05', '2026-11-25'];
    expect(postingsOf(days, november, 14)).toEqual({ longestGapDays: 19, daysBelow: 5 });
    expect(postingsOf([], november, 14)).toEqual({ longestGapDays: 30, daysBelow: 16 });
    expect(postingsOf(['2026-10-31'], november, 14).daysBelow).toBe(16);
  });

  test('one more post never makes it worse', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(day), day, fc.integer({ min: 1, max: 20 }), (days, more, standard) => {
        const before = postingsOf(days, november, standard);
        const after = postingsOf([...days, more], november, standard);
        expect(after.daysBelow).toBeLessThanOrEqual(before.daysBelow);
        expect(after.longestGapDays).toBeLessThanOrEqual(before.longestGapDays);
      }),
    );
  });
});

describe('numbers of persons', () => {
  test('an identity number is known by its checksum and birth date', () => {
    expect(isIdentityNumber(identity)).toBe(true);
    expect(isIdentityNumber('110105194912310021')).toBe(false);
    expect(isIdentityNumber('110105194913310020')).toBe(false);
  });

  test.each([
    [`公示：张某 ${identity}`, ['identity-number', '1101************2X']],
    ['联系人电话13800138000。', ['phone-number', '138****8000']],
    ['电话 138 0013 8000', ['phone-number', '138****8000']],
    [`补贴发放至${card}`, ['bank-card', '6222**********94']],
  ])('%s is shown masked', (text, [kind, masked]) => {
    expect(personalNumbers(text)).toMatchObject([{ kind, masked }]);
  });

  test.each([
    '电话0591-87654321',
    '12345热线',
    '文号〔2026〕12号',
    '13800138',
    '6222021234567890',
    '订单20261124123456789012345',
  ])('%s names nobody', (text) => {
    expect(personalNumbers(text)).toEqual([]);
  });

  test('no excerpt ever carries one in full', () => {
    const numbers = fc.constantFrom(identity, '13800138000', card, '渡假村', '公示名单 ');
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 8 }), (parts) => {
        const hits = checkText(parts.join('，'), [
          { label: '', find: wordMatcher(builtInList.words) },
        ]);
        const shown = JSON.stringify(hits);
        for (const number of [identity, '13800138000', card]) expect(shown).not.toContain(number);
      }),
    );
    expect(withoutNumbers(`${identity} 13800138000`)).toBe('1101************2X 138****8000');
  });
});

describe('titles', () => {
  test('markup hides no form and is no form', () => {
    const lists = [{ label: '词表', find: wordMatcher(builtInList.words) }];
    const found = (title: string) => checkText(title, lists).map((hit) => hit.found);
    expect(found('渡<em>假</em>村今日开放')).toEqual(['渡假村']);
    expect(found('<img alt="渡假村">通知')).toEqual([]);
    expect(found('度假村今日开放')).toEqual([]);
    expect(readTitle('A&amp;B　<b>通知</b>')).toBe('A&B 通知');
  });

  test('are the same whatever their marks and blanks', () => {
    expect(comparedTitle('【转发】城乡居民医保 缴费开始了！')).toBe(
      comparedTitle('转发：城乡居民医保缴费开始了'),
    );
  });
});

describe('word lists', () => {
  const rows = (...forms: (string | null)[][]) => [
    ['错误或敏感词形', '建议写法', '类别'],
    ...forms,
  ];

  test('a form that stands twice is kept once, and a second correction is named', () => {
    const read = readWordList(
      rows(['帐号', '账号'], ['帐号', '账号'], ['帐号', '户头', '敏感表述']),
    );
    expect(read).toMatchObject({
      value: {
        forms: [{ form: '帐号', instead: '账号', category: 'wrong-form' }],
        duplicates: 2,
        issues: [{ row: 4 }],
      },
    });
  });

  test.each([
    ['empty', []],
    ['a header alone', rows()],
    [
      'other columns',
      [
        ['词', '改为'],
        ['帐号', '账号'],
      ],
    ],
    ['blank forms alone', rows([null, '账号'], ['', ''])],
    ['single characters alone', rows(['帐', '账'])],
  ])('%s is refused', (_, sheet) => {
    expect(readWordList(sheet)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('50 000 rows are read and matched; more are refused', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => [`词形${index}号`, null]);
    const read = readWordList(rows(...many));
    const forms = read.ok ? read.value.forms : [];
    expect(forms).toHaveLength(50_000);
    expect(wordMatcher(forms)('某词形49999号通知').map(({ form }) => form.form)).toEqual([
      '词形49999号',
    ]);
    expect(readWordList(rows(...many, ['再一', null]))).toMatchObject({
      error: { code: 'too-large' },
    });
  });

  test('the matcher finds what a plain search finds', () => {
    const form = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 2, maxLength: 4 });
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 30 });
    fc.assert(
      fc.property(fc.uniqueArray(form, { maxLength: 8 }), text, (forms, read) => {
        const list = forms.map(
          (one): WordForm => ({ form: one, instead: null, category: 'wrong-form' }),
        );
        const hits = wordMatcher(list)(read);
        expect(hits.length > 0).toBe(forms.some((one) => read.includes(one)));
        for (const hit of hits) expect(read.startsWith(hit.form.form, hit.at)).toBe(true);
      }),
    );
  });

  test('the list that comes with the product has no form twice and none that is right', () => {
    const forms = builtInList.words.map(({ form }) => form);
    expect(new Set(forms).size).toBe(forms.length);
    for (const { form, instead } of builtInList.words) expect(instead).not.toBe(form);
  });
});
