import type { ApiError } from '../../../typings/answer';
import type { ApplicationListing, DatasetApplication } from '../../../typings/datasets';
import { allowedUntil, mayDownload, statusOn, withdrawn } from '../../domain/datasets/admission';
import { licence } from '../../domain/datasets/licence.data';
import { found, notFound, Refusal, unwrap } from '../../handler/refusal';
import type { Moment } from '../../platform/clock';
import {
  addApplication,
  applicationId,
  applicationsBy,
  changeApplication,
  findApplication,
  type StoredApplication,
  shownApplication,
} from '../../records/dataset-applications';
import { findRelease, type StoredRelease } from '../../records/dataset-releases';
import { aliasOf } from '../../records/invitations';

export interface Asked {
  requestKey: string;
  releaseId: string;
  institution: string;
  purpose: string;
  until: string;
}

const standing: ApiError = {
  code: 'conflict',
  message: '您对这份数据已有在办或有效的申请，请在“我的申请”中查看。',
};
const ownApplication: ApiError = {
  code: 'conflict',
  message: '不能审批自己的申请，请由同级或上级的其他人审批。',
};
const outdated: ApiError = {
  code: 'conflict',
  message: '申请的使用期限已过，不能再批准。请不予批准，由对方重新申请。',
};

/** Applies for a standing release; one application at a time. */
export async function applyFor(
  asked: Asked,
  who: string,
  now: Moment,
): Promise<DatasetApplication> {
  unwrap(allowedUntil(asked.until, now.today));
  const release = await offeredRelease(asked.releaseId, who);
  if (release.status !== 'ready') throw new Refusal(withdrawn);
  const { requestKey, ...wanted } = asked;
  const before = await newestOf(who, release.id);
  const isOpen = before && ['waiting', 'approved'].includes(statusOn(before, now.today));
  const round = (before?.round ?? 0) + (isOpen ? 0 : 1);
  const request = { who, action: 'datasets.apply', requestKey, asked };
  const application: StoredApplication = {
    id: applicationId(who, release.id, round),
    ...wanted,
    releaseTitle: release.title,
    status: 'waiting',
    reason: null,
    licenceAcceptedAt: null,
    appliedAt: now.instant,
    decidedAt: null,
    member: who,
    alias: aliasOf(who),
    scope: release.scope,
    round,
    decidedBy: null,
  };
  // The same request sent again meets its own answer before the round that it began.
  const added = await addApplication(application, request);
  if (!added.ok && isOpen) throw new Refusal(standing);
  return unwrap(added);
}

/** A release that researchers may know of: one that stands, or that they applied for. */
export async function offeredRelease(releaseId: string, who: string): Promise<StoredRelease> {
  const release = found(await findRelease(releaseId));
  if (release.status === 'ready') return release;
  found(await newestOf(who, releaseId));
  return release;
}

export async function newestOf(who: string, releaseId: string): Promise<StoredApplication | null> {
  const own = await applicationsBy(who);
  return own.find((application) => application.releaseId === releaseId) ?? null;
}

/** An application of the caller's own; another's is `not-found`. */
export async function ownedApplication(id: string, who: string): Promise<StoredApplication> {
  const application = await findApplication(id);
  if (application?.member !== who) throw new Refusal(notFound);
  return application;
}

export async function acceptTerms(
  application: StoredApplication,
  terms: string,
  now: Moment,
): Promise<DatasetApplication> {
  if (terms !== licence.id) {
    throw new Refusal({ code: 'conflict', message: '使用许可已更新，请刷新后重新阅读。' });
  }
  if (application.licenceAcceptedAt !== null) return shownOn(application, now);
  const changes = { licenceAcceptedAt: now.instant };
  return shownOn(
    unwrap(await changeApplication(application.id, ['waiting', 'approved'], changes)),
    now,
  );
}

/** The application and its release, when it opens it today; asked anew at each download. */
export async function openedBy(
  applicationId: string,
  who: string,
  now: Moment,
): Promise<{ application: StoredApplication; release: StoredRelease }> {
  const application = await ownedApplication(applicationId, who);
  const release = found(await findRelease(application.releaseId));
  unwrap(mayDownload(application, release, now.today));
  return { application, release };
}

/** Approves or refuses an application that waits; never one's own. */
export async function decideOn(
  { application, release }: { application: StoredApplication; release: StoredRelease },
  { approve, reason }: { approve: boolean; reason?: string },
  who: string,
  now: Moment,
): Promise<ApplicationListing> {
  if (application.member === who) throw new Refusal(ownApplication);
  if (!approve && !reason) {
    const fields = { reason: '请写明原因，对方会看到。' };
    throw new Refusal({ code: 'invalid', message: '不予批准请写明原因。', fields });
  }
  if (approve && release.status !== 'ready') throw new Refusal(withdrawn);
  if (approve && application.until < now.today) throw new Refusal(outdated);
  const decided = unwrap(
    await changeApplication(application.id, ['waiting'], {
      status: approve ? 'approved' : 'refused',
      reason: reason ?? null,
      decidedAt: now.instant,
      decidedBy: who,
    }),
  );
  return listed(decided, who, now);
}

/** Ends an approval at once. */
export async function revokeApproval(
  application: StoredApplication,
  reason: string,
  who: string,
  now: Moment,
): Promise<ApplicationListing> {
  if (application.status === 'revoked') return listed(application, who, now);
  const changes = { status: 'revoked' as const, reason, decidedAt: now.instant, decidedBy: who };
  return listed(unwrap(await changeApplication(application.id, ['approved'], changes)), who, now);
}

export function shownOn(application: StoredApplication, { today }: Moment): DatasetApplication {
  return { ...shownApplication(application), status: statusOn(application, today) };
}

/** The application as a supervisor sees it. */
export function listed(
  application: StoredApplication,
  who: string,
  now: Moment,
): ApplicationListing {
  const { alias, member } = application;
  return { ...shownOn(application, now), alias, own: member === who };
}
