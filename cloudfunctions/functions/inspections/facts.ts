import type { Activity } from '../../../typings/updates';
import type { MetricName } from '../../../typings/vocabulary';
import { parsePeriod } from '../../domain/indices';
import { daysBetween, type ExternalFinding, type InspectionFacts } from '../../domain/inspections';
import type { StoredAccount } from '../../records/accounts';
import { recentHeads, type SubmissionHead } from '../../records/submissions';

const periodsLookedAt = 12;
/** A figure older than this says nothing of today. */
const freshDays = 100;

/** What the records know of an account for an inspection on a day. */
export async function factsOf(
  account: StoredAccount,
  activity: Activity | null,
  inspectionDay: string,
  external: ExternalFinding[],
): Promise<InspectionFacts> {
  const heads = (await recentHeads(account.id, periodsLookedAt)).filter(
    ({ to }) => to < inspectionDay,
  );
  const [newest] = heads.filter(({ to }) => daysBetween(to, inspectionDay) <= freshDays);
  return {
    account: {
      region: account.agency.region,
      kind: account.kind,
      status: account.status,
      closedOn: account.closedOn,
      filing: account.filing.status,
    },
    inspectionDay,
    activity,
    posts: postsOf(newest),
    interactionAvailable: newest ? known(newest, 'interactionAvailable') : null,
    serviceEntries: entriesOf(newest),
    messages: heads.flatMap(messagesOf),
    external,
  };
}

function postsOf(head: SubmissionHead | undefined): InspectionFacts['posts'] {
  const articles = head && known(head, 'articles');
  const period = head && parsePeriod(head.period);
  if (!articles || !period?.ok) return null;
  const days = daysBetween(period.value.from, period.value.to) + 1;
  const { value, asOf, estimated } = articles;
  return { articles: value, days, asOf, estimated };
}

function entriesOf(head: SubmissionHead | undefined): InspectionFacts['serviceEntries'] {
  const all = head && known(head, 'serviceEntries');
  const working = head && known(head, 'workingServiceEntries');
  return all && working ? { all: all.value, working: working.value, asOf: working.asOf } : null;
}

function messagesOf(head: SubmissionHead): InspectionFacts['messages'] {
  const received = known(head, 'messages');
  const answered = known(head, 'messageReplies');
  if (!received || !answered) return [];
  const { period, to } = head;
  const estimated = received.estimated ?? answered.estimated;
  return [{ period, to, received: received.value, answered: answered.value, estimated }];
}

function known({ figures }: SubmissionHead, metric: MetricName) {
  const figure = figures[metric];
  if (!figure || figure.value === null) return null;
  const { value, asOf, estimated } = figure;
  return { value, asOf, estimated };
}
