import { sampleLastPublished } from './activity';
import { sampleData } from './index';
import { namedFacts } from './mode-facts.data';
import { persons } from './persons.data';

/**
 * Fills an empty local CloudBase: the accounts, their submissions and scores, and a membership for
 * each of the preview's persons. `today` is a day in Asia/Shanghai.
 */
export async function loadSampleData(serviceUrl: string, today: string): Promise<void> {
  // The records read the service's address while they load.
  process.env.CLOUDBASE_SERVICE_URL = serviceUrl;
  const records = await import('../../cloudfunctions/records/bulk');
  const { accounts, submissions } = sampleData(today);
  await records.createCollections();
  await records.importAccounts(accounts);
  await records.recordSubmissions(accounts, submissions);
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
  await records.addFacts(
    Object.entries(namedFacts).map(([key, facts]) => ({
      accountId: `sample-${key}`,
      revision: 1,
      facts,
      enteredBy: 'sample',
      enteredAt: `${today}T00:00:00Z`,
    })),
  );
  for (const { openid, membership } of persons) {
    if (membership) await records.grantMembership(openid, membership);
  }
}
