import fc from 'fast-check';
import {
  automaticFindings,
  findRuleSet,
  judgementFaults,
  verdictOf,
} from '../../../cloudfunctions/domain/inspections';
import type { RuleSet } from '../../../typings/inspection-rules';
import { factsOf, finding } from './made';

const national = findRuleSet('national-2019') as RuleSet;
const local = findRuleSet('fujian-sample') as RuleSet;
const ids = (set: RuleSet, facts: Parameters<typeof factsOf>[0]) =>
  automaticFindings(set, factsOf(facts)).map(({ ruleId }) => ruleId);
const published = (lastPublished: string) => ({
  accountId: 'a',
  lastPublished,
  source: 'observed' as const,
  asOf: '2026-11-25',
  confirmed: false,
});

describe('findings from data', () => {
  test('the fourteenth day passes and the fifteenth fails', () => {
    expect(ids(national, { activity: published('2026-11-11') })).toEqual([]);
    expect(ids(national, { activity: published('2026-11-10') })).toEqual(['stale']);
  });

  test('a local set takes the clock of the region', () => {
    const activity = published('2026-11-14');
    expect(ids(local, { activity, account: { region: '350121' } })).toContain('stale');
    expect(ids(local, { activity, account: { region: '350102' } })).not.toContain('stale');
  });

  test('what nobody has told is no finding', () => {
    expect(ids(national, { activity: null })).toEqual([]);
    expect(ids(local, { activity: null })).toEqual([]);
  });

  test.each<[string, Parameters<typeof factsOf>[0], string]>([
    [
      'no interaction',
      { interactionAvailable: { value: 0, asOf: '2026-10-31' } },
      'no-interaction',
    ],
    [
      'messages of months ago unanswered',
      { messages: [{ period: '2026-07', to: '2026-07-31', received: 9, answered: 7 }] },
      'unanswered',
    ],
    [
      'service entries that do not work',
      { serviceEntries: { all: 6, working: 4, asOf: '2026-10-31' } },
      'broken-entries',
    ],
    ['no filing', { account: { filing: 'none' } }, 'not-filed'],
    [
      'closed without procedure',
      { account: { status: 'closed', closedOn: '2026-05-01' } },
      'closed-listed',
    ],
    ['two months silent', { activity: published('2026-09-01') }, 'abandoned'],
  ])('%s', (_, facts, ruleId) => {
    const found = automaticFindings(local, factsOf(facts)).find((one) => one.ruleId === ruleId);
    expect(found?.evidence.figures.length).toBeGreaterThan(0);
  });

  test('messages of last month may still be answered', () => {
    const messages = [{ period: '2026-10', to: '2026-10-31', received: 9, answered: 7 }];
    expect(ids(local, { messages })).toEqual([]);
  });

  test('too few posts count only where a floor is set', () => {
    const posts = { articles: 8, days: 28, asOf: '2026-11-24' };
    expect(ids(local, { posts, account: { region: '411426' } })).toContain('few-posts');
    expect(ids(local, { posts })).not.toContain('few-posts');
  });

  test('what a file only estimates is told so in the evidence, and counts the same', () => {
    const posts = { articles: 8, days: 28, asOf: '2026-11-24', estimated: true as const };
    const facts = factsOf({ posts, account: { region: '411426' } });
    const found = automaticFindings(local, facts).find(({ ruleId }) => ruleId === 'few-posts');
    expect(found?.evidence.figures.map(({ estimated }) => estimated)).toEqual([true, true]);
    const messages = [
      { period: '2026-07', to: '2026-07-31', received: 9, answered: 7, estimated: true as const },
      { period: '2026-06', to: '2026-06-30', received: 3, answered: 2 },
    ];
    const late = automaticFindings(local, factsOf({ messages })).find(
      ({ ruleId }) => ruleId === 'unanswered',
    );
    expect(late?.evidence.figures.map((figure) => figure.estimated)).toEqual([true, undefined]);
  });

  test('a closed account is not asked to publish', () => {
    const account = { status: 'closed', closedOn: '2026-05-01', filing: 'withdrawn' } as const;
    expect(ids(local, { account, activity: published('2026-04-01') })).toEqual([]);
  });
});

describe('verdicts', () => {
  test('one veto is enough, and leaves no points', () => {
    expect(verdictOf(national, [finding('stale')])).toEqual({
      qualified: false,
      tier: 'veto',
      points: null,
    });
    expect(verdictOf(local, [finding('stale'), finding('response')])).toMatchObject({
      qualified: false,
      points: null,
    });
    expect(verdictOf(national, [])).toEqual({ qualified: true, tier: null, points: null });
  });

  test('deductions stop at their cap, and bonus points count above 80 alone', () => {
    expect(verdictOf(local, [finding('few-posts', { times: 9 })]).points).toBe(80);
    const bonus = finding('original-service', { times: 9 });
    expect(verdictOf(local, [finding('few-posts', { times: 2 }), bonus]).points).toBe(80);
    expect(verdictOf(local, [finding('few-posts'), bonus]).points).toBe(100);
  });

  test('below 60 fails without a veto', () => {
    const many = ['few-posts', 'unanswered', 'not-filed'].map((id) => finding(id, { times: 3 }));
    expect(verdictOf(local, many)).toEqual({ qualified: false, tier: 'deduction', points: 50 });
  });

  test('more of a deduction never helps, and points stay between 0 and all there are', () => {
    const rule = fc.constantFrom(...local.rules.map(({ id }) => id));
    const list = fc.uniqueArray(fc.tuple(rule, fc.integer({ min: 1, max: 20 })), {
      selector: ([id]) => id,
    });
    fc.assert(
      fc.property(list, (pairs) => {
        const findings = pairs.map(([id, times]) => finding(id, { times }));
        const { points, qualified, tier } = verdictOf(local, findings);
        const more = findings.map((one) =>
          local.rules.find(({ id }) => id === one.ruleId)?.kind === 'deduction'
            ? { ...one, times: one.times + 1 }
            : one,
        );
        const worse = verdictOf(local, more);
        expect(worse.points ?? 0).toBeLessThanOrEqual(points ?? 120);
        if (!qualified) expect(worse.qualified).toBe(false);
        if (points !== null) expect(points >= 0 && points <= 120).toBe(true);
        if (tier === 'veto') expect(qualified).toBe(false);
      }),
    );
  });
});

describe('judgements', () => {
  const judged = (findings: ReturnType<typeof finding>[], lastPublished: string | null = null) =>
    judgementFaults(national, { findings, lastPublished }, [finding('stale')], '2026-11-25');
  const bare = { evidence: { figures: [], link: null, fileIds: [] } };

  test('what the data found may be confirmed as it is', () => {
    expect(judged([finding('stale', bare)])).toBeNull();
    expect(judged([])).toBeNull();
  });

  test.each<[string, ReturnType<typeof finding>[], string | null]>([
    ['a finding of one’s own without evidence', [finding('public-outcry', bare)], null],
    ['a rule of another set', [finding('few-posts')], null],
    ['a rule twice', [finding('falsification'), finding('falsification')], null],
    ['never', [finding('falsification', { times: 0 })], null],
    ['a publication tomorrow', [], '2026-11-26'],
  ])('%s is refused', (_, findings, day) => {
    expect(judged(findings, day)?.code).toBe('invalid');
  });
});
