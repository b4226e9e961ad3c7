import { parsePeriod } from '../../../cloudfunctions/domain/indices';
import {
  type Candidate,
  whyLeftOut,
} from '../../../cloudfunctions/domain/leaderboards/eligibility';

const parsed = parsePeriod('2026-10');
if (!parsed.ok) throw new Error('no period');
const period = parsed.value;

const operation = {
  mode: null,
  operator: null,
  openedOn: null,
  fullTimeStaff: null,
  partTimeStaff: null,
  annualBudget: null,
};
const account: Candidate['account'] = { status: 'active', closedOn: null, operation };
const score = { value: 61.2, index: 61.2, coverage: 1, doubts: [] };
const sound: Candidate = { account, score, review: null };

test.each<[string, Partial<Candidate>, string | undefined]>([
  ['a sound score', {}, undefined],
  [
    'closed in the period',
    { account: { ...account, status: 'closed', closedOn: '2026-10-31' } },
    'closed',
  ],
  [
    'closed after it',
    { account: { ...account, status: 'closed', closedOn: '2026-11-01' } },
    undefined,
  ],
  [
    'opened after it',
    { account: { ...account, operation: { ...operation, openedOn: '2026-11-01' } } },
    'not-opened',
  ],
  ['nothing filed', { score: null }, 'not-filed'],
  ['no value', { score: { ...score, value: null, index: null, coverage: 0.3 } }, 'insufficient'],
  ['too little known', { score: { ...score, coverage: 0.59 } }, 'low-coverage'],
  ['just enough known', { score: { ...score, coverage: 0.6 } }, undefined],
  ['no earlier period', { score: { ...score, value: null } }, 'no-value'],
  ['doubts', { score: { ...score, doubts: ['like-read-ratio'] } }, 'under-review'],
  [
    'doubts looked at',
    { score: { ...score, doubts: ['like-read-ratio'] }, review: 'accepted' },
    undefined,
  ],
  [
    'kept out by a person',
    { score: { ...score, doubts: ['like-read-ratio'] }, review: 'excluded' },
    'excluded',
  ],
])('%s', (_, changes, reason) => {
  const why = whyLeftOut({ ...sound, ...changes }, period, 'index');
  expect(why?.reason).toBe(reason);
  if (why) expect(why.text).toMatch(/[\u4e00-\u9fff]/);
});
