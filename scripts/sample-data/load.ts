import { vendorIdOf } from '../../cloudfunctions/records/vendor-id';
import { acceptSampleSettlements } from './acceptances';
import { sampleLastPublished } from './activity';
import { sampleContracts } from './contracts';
import { makeSampleReleases } from './datasets';
import { sampleFeedback } from './feedback';
import { withFollowerDays } from './follower-days';
import type { SampleData } from './index';
import { addSampleInspections } from './inspections';
import { publishSampleBoards } from './leaderboards';
import { commissions, sampleStatements } from './matrix';
import { formerFacts, namedFacts } from './mode-facts.data';
import { persons } from './persons.data';
import { sampleProcedures } from './procedures';
import { makeSampleReports } from './reports';
import { withSlips } from './titles';

/**
 * Writes the accounts with their submissions and scores into an empty local CloudBase. It reads
 * nothing of what it wrote, so the service needs no indexes meanwhile.
 */
export async function loadHistory({ accounts, submissions, running }: SampleData): Promise<void> {
  const records = await import('../../cloudfunctions/records/bulk');
  await records.createCollections();
  await records.importAccounts(accounts);
  const history = withFollowerDays(withSlips(submissions));
  await records.recordSubmissions(accounts, [...history, ...running]);
}

/**
 * Adds what stands upon the history: activity, contracts, inspections, boards, reports, and a
 * membership for each of the preview's persons. `today` is a day in Asia/Shanghai.
 */
export async function loadWork(
  { accounts, submissions }: SampleData,
  today: string,
): Promise<void> {
  const records = await import('../../cloudfunctions/records/bulk');
  const lastPublished = sampleLastPublished(accounts, today);
  await records.observeActivity(
    accounts.map((account) => ({
      account,
      told: {
        lastPublished: lastPublished.get(account.id) ?? today,
        source: 'observed',
        asOf: today,
        confirmed: false,
        who: 'sample',
        at: `${today}T00:00:00Z`,
      },
    })),
  );
  await records.addFacts(statements(today));
  const centre = accounts.find(({ id }) => id === 'sample-zhongyangjiwei');
  const provincial = centre ? commissions(centre) : [];
  await records.importAccounts(provincial);
  await records.addStatements(sampleStatements(accounts, provincial, today));
  await records.addProcedures(sampleProcedures(accounts, today));
  const { contracts, reports } = sampleContracts(accounts, today, vendorIdOf);
  for (const contract of contracts) await records.addContract(contract, today);
  await records.addReports(reports);
  await acceptSampleSettlements(
    contracts.map(({ id }) => id),
    today,
  );
  const { days, comments } = sampleFeedback(today);
  await records.addFeedbackDays(days);
  await records.addComments(comments);
  for (const { openid, membership } of persons) {
    if (membership) await records.grantMembership(openid, membership);
  }
  await addSampleInspections(today);
  await makeSampleReleases(newestPeriods(submissions), today);
  await publishSampleBoards(today);
  await makeSampleReports(today);
  while (await records.countPage(today));
}

/** What is said of how the named accounts are run, the former first. */
function statements(today: string) {
  return Object.entries(namedFacts).flatMap(([key, facts]) => {
    const { [key]: former } = formerFacts;
    const said = former
      ? [
          { facts: former.facts, from: firstYears },
          { facts, from: former.until },
        ]
      : [{ facts, from: today }];
    return said.map((one, index) => ({
      accountId: `sample-${key}`,
      revision: index + 1,
      facts: one.facts,
      enteredBy: 'sample',
      enteredAt: `${one.from}T00:00:00Z`,
    }));
  });
}

const releasedMonths = 4;

function newestPeriods(submissions: { period: string }[]): string[] {
  return [...new Set(submissions.map(({ period }) => period))].sort().slice(-releasedMonths);
}

const firstYears = '2014-06-01';
