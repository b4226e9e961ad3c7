import fc from 'fast-check';
import {
  acted,
  checkApplication,
  lastDay,
  noticeText,
  progressOf,
  type Reckoning,
  rulesFor,
  unfiledGap,
} from '../../../cloudfunctions/domain/lifecycle';
import { isWorkday } from '../../../cloudfunctions/platform/workdays';
import type { Application, ProcedureAct, ProcedureEvent } from '../../../typings/lifecycle';
import { madeAccount } from '../../functions/support/sample';

const account = madeAccount('gulou', { name: '家在鼓楼', wechatId: 'jzgl' });
const application: Application = {
  kind: 'closing',
  reason: '无力维护',
  plannedOn: '2026-11-10',
  collectiveDecision: { on: '2026-09-20', record: '局务会纪要第 12 号' },
  leaderConsent: { on: '2026-09-21', by: '张某' },
  responsible: '张某',
  contact: '李某',
  phone: '0591-12345678',
  alteration: null,
  successor: null,
};
const reckoning = (today: string, region = '350102'): Reckoning => ({
  rules: rulesFor(region, today),
  isWorkday,
  today,
});
type Acted = Pick<ProcedureEvent, 'act' | 'on'>;
const event = (act: ProcedureEvent['act'], on: string): Acted => ({ act, on });
const closing: Acted[] = [
  event('apply', '2026-09-22'),
  event('approve', '2026-09-23'),
  event('notice', '2026-09-25'),
];

describe('deadlines', () => {
  const five = {
    days: 5,
    unit: 'working',
    from: 'carry-out',
    basis: 'binding',
    source: '',
  } as const;

  test.each([
    // 国庆 1–7 Oct is no working day, Saturday 10 Oct is one.
    ['2026-09-30', '2026-10-13'],
    // 春节 15–23 Feb; Saturday 14 and 28 Feb are worked.
    ['2026-02-13', '2026-02-27'],
    ['2026-11-23', '2026-11-30'],
  ])('five working days after %s end on %s', (from, to) => {
    expect(lastDay(from, five, isWorkday)).toBe(to);
  });

  test('a later start never ends earlier', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first, second] = [one, other].sort() as [string, string];
        expect(lastDay(first, five, isWorkday) <= lastDay(second, five, isWorkday)).toBe(true);
      }),
    );
  });
});

describe('rules', () => {
  test('the smallest region around an account gives them', () => {
    expect(rulesFor('420106', '2026-11-01').limits.file?.basis).toBe('binding');
    expect(rulesFor('350102', '2026-11-01').limits.file?.basis).toBe('reference');
    expect(rulesFor('530403', '2024-12-31').id).toBe('national-2018');
    expect(rulesFor('530403', '2025-01-08').id).toBe('jiangchuan');
  });
});

describe('a closing', () => {
  test('is not carried out before its notice has stood', () => {
    const standing = { application, events: closing };
    const early = acted(standing, { act: 'carry-out', on: '2026-10-24' }, reckoning('2026-11-20'));
    expect(early).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { on: expect.stringContaining('2026年10月25日') } },
    });
    expect(
      acted(standing, { act: 'carry-out', on: '2026-10-25' }, reckoning('2026-11-20')),
    ).toMatchObject({ ok: true });
  });

  test('is due on the day that the agency named, and overdue the day after', () => {
    expect(progressOf(application, closing, reckoning('2026-11-10'))).toMatchObject({
      next: 'carry-out',
      dueOn: '2026-11-10',
      overdue: false,
    });
    expect(progressOf(application, closing, reckoning('2026-11-11')).overdue).toBe(true);
  });

  test('ends with its filing, within five working days', () => {
    const events = [...closing, event('carry-out', '2026-11-09')];
    expect(progressOf(application, events, reckoning('2026-11-10'))).toMatchObject({
      state: 'open',
      next: 'file',
      dueOn: '2026-11-16',
    });
    expect(
      progressOf(application, [...events, event('file', '2026-11-12')], reckoning('2026-12-30')),
    ).toMatchObject({ state: 'done', next: null, overdue: false });
  });

  test.each<[ProcedureAct, string]>([
    [{ act: 'file', on: '2026-11-20', number: '1' }, 'conflict'],
    [{ act: 'approve', note: null }, 'conflict'],
    [{ act: 'revise', application }, 'conflict'],
    [{ act: 'carry-out', on: '2027-01-01' }, 'invalid'],
  ])('refuses %j out of turn', (act, code) => {
    const answer = acted({ application, events: closing }, act, reckoning('2026-11-20'));
    expect(answer).toMatchObject({ ok: false, error: { code } });
  });

  test('is not filed before it was carried out, but on an earlier day than it is told', () => {
    const standing = { application, events: [...closing, event('carry-out', '2026-11-09')] };
    const filed = (on: string) =>
      acted(standing, { act: 'file', on, number: '1' }, reckoning('2026-11-20'));

    expect(filed('2026-11-08')).toMatchObject({
      error: { fields: { on: '不能早于上一步（2026年11月9日）。' } },
    });
    expect(filed('2026-11-12')).toMatchObject({ ok: true, value: { on: '2026-11-12' } });
  });

  test('that was returned is revised before it is decided again', () => {
    const events = [event('apply', '2026-09-22'), event('return', '2026-09-23')];
    const standing = { application, events };
    const on = reckoning('2026-09-24');
    expect(acted(standing, { act: 'approve', note: null }, on).ok).toBe(false);
    expect(acted(standing, { act: 'revise', application }, on).ok).toBe(true);
    const revised = progressOf(application, [...events, event('revise', '2026-09-24')], on);
    expect(revised).toMatchObject({ state: 'open', next: 'decide' });
  });

  test('cannot be withdrawn once the account is gone, nor acted on once it is over', () => {
    const gone = { application, events: [...closing, event('carry-out', '2026-11-09')] };
    const on = reckoning('2026-11-10');
    expect(acted(gone, { act: 'withdraw', note: '不办了' }, on).ok).toBe(false);
    const over = { application, events: [...closing, event('withdraw', '2026-11-09')] };
    expect(acted(over, { act: 'carry-out', on: '2026-11-09' }, on)).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  test('whatever is done in whatever order, the record stays within its steps', () => {
    const acts = fc.constantFrom<ProcedureAct>(
      { act: 'approve', note: null },
      { act: 'return', note: '补' },
      { act: 'revise', application },
      { act: 'notice', on: '2026-09-25', link: null, text: '公告' },
      { act: 'carry-out', on: '2026-10-30' },
      { act: 'file', on: '2026-11-02', number: '1' },
      { act: 'withdraw', note: '撤' },
    );
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 20 }), (tried) => {
        const events = [event('apply', '2026-09-22')];
        const on = reckoning('2026-11-20');
        for (const act of tried) {
          const answer = acted({ application, events }, act, on);
          if (answer.ok) events.push(event(act.act, answer.value.on));
        }
        const names = events.map(({ act }) => act);
        const order = ['approve', 'notice', 'carry-out', 'file'] as const;
        const seen = order.map((act) => names.indexOf(act)).filter((at) => at >= 0);
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
        for (const act of order) expect(names.filter((one) => one === act).length).toBeLessThan(2);
      }),
    );
  });
});

describe('an application', () => {
  const asOf = '2026-11-20';
  const planned: Application = { ...application, plannedOn: asOf };
  const merger = (wechatId: string | null): Application => ({
    ...planned,
    kind: 'merger',
    successor: { name: '鼓楼发布', wechatId, link: null },
  });
  const active = { wechatId: 'glfb', status: 'active' } as const;

  test.each([
    ['into itself', merger('JZGL'), active],
    ['into nothing', merger(null), null],
    ['into an unknown account', merger('nobody'), null],
    ['into a closed account', merger('glfb'), { ...active, status: 'closed' as const }],
  ])('to merge %s is refused', (_, asked, target) => {
    expect(checkApplication(account, asked, target, asOf)).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { 'application.successor.wechatId': expect.any(String) } },
    });
  });

  test('to merge into an account in use stands', () => {
    expect(checkApplication(account, merger('glfb'), active, asOf).ok).toBe(true);
  });

  test.each<[string, Partial<Application>, string]>([
    ['a change of nothing', { kind: 'change', alteration: null }, 'alteration'],
    ['a change to what it is', { kind: 'change', alteration: { name: '家在鼓楼' } }, 'alteration'],
    [
      'a decision in the future',
      { leaderConsent: { on: '2027-01-01', by: '张' } },
      'leaderConsent.on',
    ],
    ['a closing before today', { plannedOn: '2026-11-19' }, 'plannedOn'],
    [
      'a change before today',
      { kind: 'change', alteration: { name: '新名' }, plannedOn: '2020-01-01' },
      'plannedOn',
    ],
  ])('%s is refused', (_, changes, field) => {
    const answer = checkApplication(account, { ...planned, ...changes }, null, asOf);
    expect(answer).toMatchObject({
      error: { fields: { [`application.${field}`]: expect.any(String) } },
    });
  });

  test.each<[string, Partial<Application>]>([
    ['a closing today', {}],
    ['a closing later', { plannedOn: '2026-12-31' }],
    ['the filing of what was opened long ago', { kind: 'filing', plannedOn: '2019-05-01' }],
  ])('%s stands', (_, changes) => {
    const unfiled = { ...account, filing: { ...account.filing, status: 'none' as const } };
    expect(checkApplication(unfiled, { ...planned, ...changes }, null, asOf).ok).toBe(true);
  });

  test('on a closed account is refused', () => {
    const closed = { ...account, status: 'closed' as const };
    expect(checkApplication(closed, planned, null, asOf)).toMatchObject({
      error: { code: 'conflict' },
    });
  });
});

test('a notice names the account, its successor with the link, and how long it stands', () => {
  const successor = { name: '鼓楼发布', wechatId: 'glfb', link: 'https://example.gov.cn/gulou' };
  const rules = rulesFor('350102', '2026-11-01');
  const text = noticeText(account, { ...application, successor }, rules, '2026-11-01');
  expect(text).toContain('“家在鼓楼”（微信号：jzgl）将于2026年12月1日起停止更新');
  expect(text).toContain('“鼓楼发布”（微信号：glfb），链接：https://example.gov.cn/gulou');
  expect(text).toContain('公告期自2026年11月1日至2026年12月1日');
  expect(noticeText(account, { ...application, kind: 'change' }, rules, '2026-11-01')).toBeNull();
});

test('an account without filing is overdue after its working days', () => {
  const opened = { ...account.operation, openedOn: '2026-11-09' };
  const gap = (today: string) => unfiledGap({ ...account, operation: opened }, today, isWorkday);
  expect(gap('2026-11-16')).toMatchObject({ kind: 'unfiled', dueOn: '2026-11-16', overdue: false });
  expect(gap('2026-11-17')).toMatchObject({ overdue: true });
  expect(unfiledGap(account, '2026-11-17', isWorkday)).toMatchObject({
    dueOn: null,
    overdue: false,
  });
});
