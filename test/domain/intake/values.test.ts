import fc from 'fast-check';
import { readArticleLink } from '../../../cloudfunctions/domain/intake/article-link';
import { daysFrom, readDay, readSpan } from '../../../cloudfunctions/domain/intake/dates';
import { cleanText, normaliseHeader } from '../../../cloudfunctions/domain/intake/text';
import { readCount, readRate } from '../../../cloudfunctions/domain/intake/values';

describe('readCount', () => {
  it.each([
    [642, 642, 'exact'],
    ['642', 642, 'exact'],
    [' 1,234 ', 1234, 'exact'],
    ['1,234,567', 1234567, 'exact'],
    ['１，２３４', 1234, 'exact'],
    ['12.00', 12, 'exact'],
    [0, 0, 'exact'],
    ['-', null, 'exact'],
    ['——', null, 'exact'],
    ['', null, 'exact'],
    [null, null, 'exact'],
    [undefined, null, 'exact'],
    ['10万+', 100001, 'floor'],
    ['10W+', 100001, 'floor'],
    ['100000+', 100001, 'floor'],
    ['100,000+', 100001, 'floor'],
    ['10万 +', 100001, 'floor'],
    ['10万以上', 100001, 'floor'],
    ['１０万＋', 100001, 'floor'],
    ['1.2万', 12000, 'rounded'],
    ['1.2 万', 12000, 'rounded'],
    ['1,23+', null, 'unreadable'],
    ['以上', null, 'unreadable'],
    ['1,23', null, 'unreadable'],
    ['12.5', null, 'unreadable'],
    [12.5, null, 'unreadable'],
    [-3, null, 'unreadable'],
    ['-3', null, 'unreadable'],
    ['abc', null, 'unreadable'],
    [Number.NaN, null, 'unreadable'],
    ['9'.repeat(30), null, 'unreadable'],
  ])('%p is %p, %s', (cell, value, note) => {
    expect(readCount(cell)).toEqual({ value, note });
  });

  it('reads back every way of writing a count', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), (count) => {
        const written = [count, String(count), count.toLocaleString('en-US'), ` ${count}.0 `];
        for (const cell of written)
          expect(readCount(cell)).toEqual({ value: count, note: 'exact' });
      }),
    );
  });
});

describe('readRate', () => {
  it.each([
    [0.4019, 0.4019],
    ['0.4019', 0.4019],
    ['40.2%', 0.402],
    ['40.2', 0.402],
    [1, 1],
    ['100%', 1],
    ['1%', 0.01],
    ['0', 0],
    ['-', null],
    ['140%', null],
    [null, null],
  ])('%p is %p', (cell, rate) => {
    const read = readRate(cell);
    if (rate === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(rate, 12);
  });
});

describe('readDay', () => {
  it.each([
    '20260809',
    20260809,
    '2026-08-09',
    '2026/08/09',
    '2026/8/9',
    '2026.08.09',
    '2026年08月09日',
    '2026年8月9日',
    '2026-08-09 23:59',
    '2026-08-09 23:59:59',
    '２０２６－０８－０９',
    46243,
    '46243',
    46243.75,
  ])('%p is 2026-08-09', (cell) => {
    expect(readDay(cell)).toBe('2026-08-09');
  });

  it.each(['2026-02-30', '20261301', '2026/00/10', '-', '', null, '昨天', 12, '1999-01-01', 99999])(
    '%p is no day',
    (cell) => {
      expect(readDay(cell)).toBeNull();
    },
  );

  it('reads back every day in every form', () => {
    const day = fc.date({
      min: new Date('2012-08-18T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number);
        const forms = [
          iso,
          iso.replaceAll('-', ''),
          iso.replaceAll('-', '/'),
          iso.replaceAll('-', '.'),
          `${year}年${month}月${dayOfMonth}日`,
          daysFrom('1899-12-30', iso),
        ];
        expect(forms.map(readDay)).toEqual(forms.map(() => iso));
      }),
    );
  });
});

describe('readSpan', () => {
  it.each([
    '数据趋势概况 2026.08.01-2026.08.31',
    '数据来源概况（2026-08-01 至 2026-08-31）',
    '2026/08/01~2026/08/31',
  ])('%s', (title) => {
    expect(readSpan(title)).toEqual({ from: '2026-08-01', to: '2026-08-31' });
  });

  it('takes no span that runs backwards', () => {
    expect(readSpan('2026.08.31-2026.08.01')).toBeNull();
  });
});

describe('readArticleLink', () => {
  it('keys a long link by mid and idx and drops what tracks', () => {
    const link =
      'http://mp.weixin.qq.com/s?__biz=MzA4&amp;mid=2650001&amp;idx=2&amp;sn=abc&amp;chksm=x&amp;scene=126#rd';
    expect(readArticleLink(link)).toEqual({
      url: 'http://mp.weixin.qq.com/s?__biz=MzA4&mid=2650001&idx=2&sn=abc',
      id: '2650001_2',
      mid: '2650001',
      position: 2,
      biz: 'MzA4',
    });
  });

  it('keeps a short link without a key', () => {
    expect(readArticleLink('https://mp.weixin.qq.com/s/AbC-1')).toMatchObject({
      url: 'https://mp.weixin.qq.com/s/AbC-1',
      id: null,
      position: null,
    });
  });

  it.each([
    'javascript:alert(1)',
    'https://evil.example/s?mid=1&idx=1',
    'https://mp.weixin.qq.com.evil.example/s?mid=1&idx=1',
    'https://user:pass@mp.weixin.qq.com/s',
    'ftp://mp.weixin.qq.com/s',
    'xxx',
    null,
  ])('refuses %p', (cell) => {
    expect(readArticleLink(cell)).toBeNull();
  });
});

describe('text', () => {
  it.each([
    ['阅读 （人）', '阅读人'],
    ['累积关注人数', '累计关注人数'],
    ['发表时间', '发表日期'],
    [' 内容URL ', '内容url'],
    ['阅读\n次数', '阅读次数'],
  ])('normalises %p', (header, normalised) => {
    expect(normaliseHeader(header)).toBe(normalised);
  });

  it('strips control and direction characters from a title', () => {
    expect(cleanText('通\u0000知\u202e公\u200b告\n 一')).toBe('通 知公告 一');
    expect(cleanText('一家👨‍👩‍👧')).toBe('一家👨‍👩‍👧');
    expect(cleanText('长'.repeat(300))).toHaveLength(200);
  });
});
