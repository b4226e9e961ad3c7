import fc from 'fast-check';
import {
  admit,
  checkComment,
  feedbackLimits,
  readAnswer,
  weekOf,
} from '../../../cloudfunctions/domain/feedback';

const codeOf = (comment: string) => {
  const checked = checkComment(comment);
  return checked.ok ? null : checked.error.code;
};

describe('checkComment', () => {
  it.each([
    '请看 https://example.com/a',
    '请看 www.example.com',
    'example.cn 很好',
    '打我电话 13800138000',
    '电话１３８００１３８０００',
    '138 0013 8000',
    '+86 138-0013-8000',
    '0591-87654321 找我',
    '身份证 350102199001011234',
    '<script>alert(1)</script>',
    '<b>好</b>',
    '&lt;b&gt;',
    'javascript:alert(1)',
  ])('refuses %s', (comment) => {
    expect(codeOf(comment)).toBe('invalid');
  });

  it.each([
    '办事很快，谢谢！',
    '2026年11月办的，排队30分钟',
    '满意度 5<10 分',
    '希望每周更新3次。再多些图',
    '文号国办发〔2018〕123号',
    '订单号 123456789012',
  ])('keeps %s', (comment) => {
    expect(checkComment(comment)).toEqual({ ok: true, value: comment });
  });

  it('draws spaces together and drops control characters', () => {
    expect(checkComment('  很\u0000好\u200b \n\t 谢谢 ')).toEqual({ ok: true, value: '很好 谢谢' });
  });

  it('is too large beyond 2500 characters', () => {
    expect(codeOf('好'.repeat(2500))).toBeNull();
    expect(codeOf('好'.repeat(2501))).toBe('too-large');
  });

  it('never keeps a mobile number, however it is spaced and surrounded', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const gap = fc.constantFrom('', '-', ' ');
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.array(fc.tuple(gap, digit), { minLength: 9, maxLength: 9 }),
        fc.constantFrom('', '请打', '我的号码：'),
        (second, rest, before) => {
          const number = `1${second}${rest.map(([space, value], index) => (index === 0 ? value : space + value)).join('')}`;
          expect(codeOf(`${before}${number}，谢谢`)).toBe('invalid');
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('readAnswer', () => {
  it('keeps account, day, ISO week and what was answered', () => {
    const answer = readAnswer(
      { ratings: { worth: 'good' }, service: 'finished', comment: ' 好 ' },
      'account-1',
      '2026-11-22',
    );
    expect(answer).toEqual({
      ok: true,
      value: {
        accountId: 'account-1',
        day: '2026-11-22',
        week: '2026-W47',
        ratings: { worth: 'good' },
        service: 'finished',
        comment: '好',
      },
    });
  });

  it('takes a service outcome alone, and leaves an empty comment out', () => {
    const answer = readAnswer({ ratings: {}, service: 'found', comment: ' ' }, 'a', '2026-11-22');
    expect(answer.ok && 'comment' in answer.value).toBe(false);
    expect(answer.ok).toBe(true);
  });

  it('refuses nothing answered, a bad comment and a day that is none', () => {
    expect(readAnswer({ ratings: {}, comment: '好' }, 'a', '2026-11-22').ok).toBe(false);
    expect(readAnswer({ ratings: { worth: 'fair' }, comment: 'a.com' }, 'a', '2026-11-22').ok).toBe(
      false,
    );
    expect(readAnswer({ ratings: { worth: 'fair' } }, 'a', '2026-11-31').ok).toBe(false);
  });
});

describe('weekOf', () => {
  it.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2027-01-03', '2026-W53'],
    ['2024-12-30', '2025-W01'],
  ])('puts %s in %s', (day, week) => {
    expect(weekOf(day)).toEqual({ ok: true, value: week });
  });
});

describe('admit', () => {
  const none = { byPersonThisWeek: 0, byPersonToday: 0, forAccountThisHour: 0 };

  it('takes a first answer', () => {
    expect(admit(none).ok).toBe(true);
  });

  it.each([
    [{ ...none, byPersonThisWeek: 1 }, 'conflict'],
    [{ ...none, byPersonToday: feedbackLimits.answersPerPersonDay }, 'rate-limited'],
    [{ ...none, forAccountThisHour: feedbackLimits.answersPerAccountHour }, 'rate-limited'],
  ])('turns away %j as %s', (counts, code) => {
    const answer = admit(counts);
    expect(answer.ok ? null : answer.error.code).toBe(code);
  });
});
