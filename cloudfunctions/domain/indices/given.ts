import type { InputName } from '../../../typings/indices';

/** A record as it comes: what any of its figures is, nobody has looked at yet. */
export type Given = Partial<Record<InputName, unknown>> & Record<string, unknown>;

/**
 * What is given of each figure, in the places of `Figures`. Named one by one: an engine reads a
 * property that the code names many times faster than one that a variable names.
 */
export const givenFigures = (given: Given): unknown[] => [
  given.articles,
  given.pushes,
  given.reads,
  given.maxReads,
  given.headlineReads,
  given.headlineCount,
  given.wows,
  given.maxWows,
  given.headlineWows,
  given.likes,
  given.maxLikes,
  given.headlineLikes,
  given.shares,
  given.maxShares,
  given.headlineShares,
  given.favourites,
  given.comments,
  given.replies,
  given.medianReplyHours,
  given.followers,
  given.newFollowers,
  given.lostFollowers,
  given.messages,
  given.messageReplies,
  given.longestGapDays,
  given.serviceEntries,
  given.workingServiceEntries,
  given.serviceUses,
  given.serviceCompletions,
  given.satisfactionAnswers,
  given.satisfied,
  given.openFindings,
  given.interactionAvailable,
  given.dissemination,
  given.service,
  given.interaction,
];
