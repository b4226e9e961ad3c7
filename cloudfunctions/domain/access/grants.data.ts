import type { ActionName } from '../../../typings/api';
import type { Role } from '../../../typings/vocabulary';

/**
 * Who may do what. `about: 'place'` actions concern one thing, which the membership's scope must
 * reach; `about: 'nothing'` actions concern the caller's own scopes, and hold to them by themselves.
 */
export interface Grant {
  about: 'place' | 'nothing';
  /** `everyone`: any caller that the platform vouches for */
  roles: readonly Role[] | 'everyone';
}

const readers = ['staff', 'supervisor', 'vendor'] as const;

/** One row an action. A new row, or a wider one, shows in test/domain/access/decisions.txt. */
export const grants = {
  'memberships.mine': { about: 'nothing', roles: 'everyone' },
  'memberships.accept': { about: 'nothing', roles: 'everyone' },
  'memberships.invite': { about: 'place', roles: ['supervisor'] },
  'memberships.list': { about: 'nothing', roles: ['supervisor'] },
  'memberships.revoke': { about: 'place', roles: ['supervisor'] },

  'accounts.mine': { about: 'nothing', roles: 'everyone' },
  'accounts.get': { about: 'place', roles: readers },
  'accounts.search': { about: 'nothing', roles: ['supervisor'] },
  'accounts.save': { about: 'place', roles: ['staff', 'supervisor'] },
  'accounts.close': { about: 'place', roles: ['supervisor'] },
  'accounts.previewImport': { about: 'nothing', roles: ['supervisor'] },
  'accounts.applyImport': { about: 'nothing', roles: ['supervisor'] },
  'accounts.template': { about: 'nothing', roles: ['supervisor'] },

  'submissions.form': { about: 'place', roles: ['staff'] },
  'submissions.preview': { about: 'place', roles: ['staff'] },
  'submissions.submit': { about: 'place', roles: ['staff'] },
  'submissions.history': { about: 'place', roles: readers },

  'scores.schemes': { about: 'nothing', roles: 'everyone' },
  'scores.overview': { about: 'place', roles: readers },
  'scores.detail': { about: 'place', roles: readers },
  'scores.revision': { about: 'place', roles: readers },
  'scores.compare': { about: 'place', roles: readers },
  'scores.peers': { about: 'place', roles: readers },
  'scores.rank': { about: 'place', roles: readers },
  'scores.metrics': { about: 'nothing', roles: 'everyone' },
  'scores.target': { about: 'place', roles: readers },
  'scores.forecast': { about: 'place', roles: readers },
  'scores.scope': { about: 'nothing', roles: ['supervisor'] },
  'scores.recompute': { about: 'place', roles: ['supervisor'] },
  'scores.recomputation': { about: 'place', roles: ['supervisor'] },

  'modes.current': { about: 'place', roles: readers },
  'modes.saveFacts': { about: 'place', roles: ['staff', 'supervisor'] },
  'modes.recommend': { about: 'place', roles: ['staff', 'supervisor'] },
  'modes.whatIf': { about: 'place', roles: ['staff', 'supervisor'] },
  'modes.sensitivity': { about: 'place', roles: ['staff', 'supervisor'] },
  'modes.evidence': { about: 'place', roles: ['staff', 'supervisor'] },
  'modes.transition': { about: 'place', roles: ['staff', 'supervisor'] },
  'modes.position': { about: 'place', roles: ['staff', 'supervisor'] },
  'modes.weigh': { about: 'nothing', roles: ['staff', 'supervisor'] },

  'contracts.list': { about: 'nothing', roles: readers },
  'contracts.get': { about: 'place', roles: readers },
  'contracts.form': { about: 'place', roles: ['staff', 'supervisor'] },
  'contracts.save': { about: 'place', roles: ['staff', 'supervisor'] },
  'contracts.report': { about: 'place', roles: ['vendor'] },
  'contracts.alerts': { about: 'nothing', roles: ['staff', 'supervisor'] },
  'contracts.acceptance': { about: 'place', roles: ['staff', 'supervisor'] },

  'feedback.card': { about: 'nothing', roles: 'everyone' },
  'feedback.answer': { about: 'nothing', roles: 'everyone' },
  'feedback.summary': { about: 'place', roles: readers },
  'feedback.code': { about: 'place', roles: readers },
  'lifecycle.apply': { about: 'place', roles: ['staff'] },
  'lifecycle.get': { about: 'place', roles: ['staff', 'supervisor'] },
  'lifecycle.ofAccount': { about: 'place', roles: ['staff', 'supervisor'] },
  'lifecycle.list': { about: 'nothing', roles: ['supervisor'] },
  'lifecycle.decide': { about: 'place', roles: ['supervisor'] },
  'lifecycle.report': { about: 'place', roles: ['staff', 'supervisor'] },
  'lifecycle.file': { about: 'place', roles: ['supervisor'] },
  'lifecycle.form': { about: 'place', roles: ['staff', 'supervisor'] },
  'lifecycle.gaps': { about: 'nothing', roles: ['supervisor'] },

  'matrix.neighbourhood': { about: 'place', roles: ['staff', 'supervisor'] },
  'matrix.statement': { about: 'place', roles: ['staff', 'supervisor'] },
  'matrix.readMenu': { about: 'nothing', roles: ['staff', 'supervisor'] },
  'matrix.save': { about: 'place', roles: ['staff', 'supervisor'] },
  'matrix.table': { about: 'nothing', roles: ['supervisor'] },
  'matrix.coverage': { about: 'place', roles: ['supervisor'] },
  'matrix.export': { about: 'place', roles: ['supervisor'] },

  'monitors.postings': { about: 'nothing', roles: ['supervisor'] },
  'monitors.hits': { about: 'nothing', roles: ['supervisor'] },
  'monitors.ofAccount': { about: 'place', roles: ['staff', 'supervisor'] },
  'monitors.decide': { about: 'place', roles: ['supervisor'] },
  'monitors.published': { about: 'nothing', roles: ['supervisor'] },
  'monitors.check': { about: 'nothing', roles: ['staff', 'supervisor'] },
  'monitors.wordLists': { about: 'nothing', roles: ['supervisor'] },
  'monitors.previewWordList': { about: 'nothing', roles: ['supervisor'] },
  'monitors.saveWordList': { about: 'place', roles: ['supervisor'] },
  'monitors.wordListTemplate': { about: 'nothing', roles: ['supervisor'] },
  'datasets.columns': { about: 'nothing', roles: ['supervisor', 'researcher'] },
  'datasets.catalogue': { about: 'nothing', roles: ['researcher'] },
  'datasets.published': { about: 'nothing', roles: ['researcher'] },
  'datasets.trend': { about: 'nothing', roles: ['researcher'] },
  'datasets.apply': { about: 'nothing', roles: ['researcher'] },
  'datasets.applied': { about: 'nothing', roles: ['researcher'] },
  'datasets.acceptLicence': { about: 'nothing', roles: ['researcher'] },
  'datasets.download': { about: 'nothing', roles: ['researcher'] },
  'datasets.list': { about: 'nothing', roles: ['supervisor'] },
  'datasets.get': { about: 'place', roles: ['supervisor'] },
  'datasets.create': { about: 'place', roles: ['supervisor'] },
  'datasets.advance': { about: 'place', roles: ['supervisor'] },
  'datasets.withdraw': { about: 'place', roles: ['supervisor'] },
  'datasets.applications': { about: 'place', roles: ['supervisor'] },
  'datasets.waiting': { about: 'nothing', roles: ['supervisor'] },
  'datasets.decide': { about: 'place', roles: ['supervisor'] },
  'datasets.revoke': { about: 'place', roles: ['supervisor'] },
  'datasets.downloads': { about: 'place', roles: ['supervisor'] },
  'leaderboards.page': { about: 'place', roles: ['supervisor'] },
  'leaderboards.search': { about: 'place', roles: ['supervisor'] },
  'leaderboards.own': { about: 'place', roles: ['staff', 'supervisor'] },
  'leaderboards.list': { about: 'nothing', roles: ['supervisor'] },
  'leaderboards.prepare': { about: 'place', roles: ['supervisor'] },
  'leaderboards.continue': { about: 'place', roles: ['supervisor'] },
  'leaderboards.publish': { about: 'place', roles: ['supervisor'] },
  'leaderboards.discard': { about: 'place', roles: ['supervisor'] },
  'leaderboards.open': { about: 'place', roles: ['supervisor'] },
  'leaderboards.review': { about: 'place', roles: ['supervisor'] },
  'leaderboards.get': { about: 'nothing', roles: ['staff', 'supervisor'] },
  'leaderboards.rows': { about: 'nothing', roles: ['staff', 'supervisor'] },
  'leaderboards.leftOut': { about: 'place', roles: ['supervisor'] },
  'leaderboards.export': { about: 'place', roles: ['supervisor'] },
} satisfies { [A in ActionName]?: Grant };
