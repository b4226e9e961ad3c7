import type { ApiError } from '../../typings/answer';
import type { ApplicationStatus, DatasetApplication } from '../../typings/datasets';
import type { RegionScope } from '../../typings/membership';
import type { Result } from '../../typings/result';
import type { Department, Instant, Level } from '../../typings/vocabulary';
import { idOf } from '../platform/random';
import { collection, command, type Document, inOneUnit } from './collection';
import { allOf, placeKey, placesWithin } from './places';
import { type Answered, answeredOnce } from './requests';

/** An application with what the database keeps beside it. */
export interface StoredApplication extends DatasetApplication {
  /** keyed hash */
  member: string;
  /** a name to tell members apart by: never an openid */
  alias: string;
  /** of the release */
  scope: RegionScope;
  /** 1 for the first of a researcher and a release; each later one adds one */
  round: number;
  decidedBy: string | null;
}

interface ApplicationDocument extends Omit<StoredApplication, 'id'>, Document {
  order: string;
  place: string;
  levels: Level[];
  department: Department | null;
}

const applications = collection<ApplicationDocument>('dataset-applications');

const mostOwn = 100;

const again: ApiError = {
  code: 'conflict',
  message: '您刚刚已提交过这份数据的申请，请在“我的申请”中查看。',
};
const moved: ApiError = { code: 'conflict', message: '这份申请刚刚有了变化，请刷新后再处理。' };

export const applicationId = (member: string, releaseId: string, round: number): string =>
  `${idOf('application', member, releaseId)}-${round}`;

export async function findApplication(id: string): Promise<StoredApplication | null> {
  const document = await applications.find(id);
  return document && fromDocument(document);
}

/** What someone applied for, newest first. */
export async function applicationsBy(member: string): Promise<StoredApplication[]> {
  const options = { limit: mostOwn, order: ['order', 'desc'] as ['order', 'desc'] };
  return (await applications.list({ member }, options)).map(fromDocument);
}

/** Applications for one release, newest first. */
export async function applicationsFor(releaseId: string, after: string | null, limit: number) {
  const filter = { releaseId, ...(after ? { order: command.lt(after) } : {}) };
  const options = { limit: limit + 1, order: ['order', 'desc'] as ['order', 'desc'] };
  return pageOf(await applications.list(filter, options), limit, ({ order }) => order);
}

/** Applications that wait for a decision within any of the scopes. */
export async function waitingWithin(scopes: RegionScope[], after: string | null, limit: number) {
  const filters = [
    { status: 'waiting' },
    ...placesWithin(scopes, ['levels', 'department']),
    ...(after ? [{ place: command.gt(after) }] : []),
  ];
  const options = { limit: limit + 1, order: ['place', 'asc'] as ['place', 'asc'] };
  return pageOf(await applications.list(allOf(filters), options), limit, ({ place }) => place);
}

/** Keeps an application, once for a request; `conflict` when another of its round came first. */
export function addApplication(
  application: StoredApplication,
  request: Answered,
): Promise<Result<DatasetApplication>> {
  return answeredOnce(request, async (unit) => {
    if (await unit.find('dataset-applications', application.id)) return { ok: false, error: again };
    await unit.add('dataset-applications', toDocument(application));
    return { ok: true, value: shownApplication(application) };
  });
}

/** Changes an application that stands in one of the states; `conflict` when it has left them. */
export function changeApplication(
  id: string,
  from: readonly ApplicationStatus[],
  changes: Partial<StoredApplication>,
): Promise<Result<StoredApplication>> {
  return inOneUnit(async (unit) => {
    const standing = await unit.find<ApplicationDocument>('dataset-applications', id);
    if (!standing || !from.includes(standing.status)) return { ok: false, error: moved };
    const changed = { ...standing, ...changes };
    await unit.put<ApplicationDocument>('dataset-applications', changed);
    return { ok: true, value: fromDocument(changed) };
  });
}

/** The application as its researcher sees it. */
export function shownApplication({
  member,
  alias,
  scope,
  round,
  decidedBy,
  ...application
}: StoredApplication): DatasetApplication {
  return application;
}

interface DownloadDocument extends Document {
  releaseId: string;
  applicationId: string;
  /** keyed hash */
  member: string;
  alias: string;
  institution: string;
  format: 'csv' | 'jsonl';
  at: Instant;
  order: string;
}

const downloads = collection<DownloadDocument>('dataset-downloads');

export type NewDownload = Omit<DownloadDocument, '_id' | 'order'>;

export async function recordDownload(id: string, download: NewDownload): Promise<void> {
  await downloads.add([{ _id: id, ...download, order: `${download.at}~${id}` }]);
}

/** Downloads of a release, newest first. */
export async function downloadsOf(releaseId: string, after: string | null, limit: number) {
  const filter = { releaseId, ...(after ? { order: command.lt(after) } : {}) };
  const options = { limit: limit + 1, order: ['order', 'desc'] as ['order', 'desc'] };
  const documents = await downloads.list(filter, options);
  const items = documents.slice(0, limit).map(({ _id, at, institution, alias, format }) => ({
    id: _id,
    at,
    institution,
    alias,
    format,
  }));
  return { items, next: documents.length > limit ? (documents[limit - 1]?.order ?? null) : null };
}

function pageOf(
  documents: ApplicationDocument[],
  limit: number,
  cursorOf: (document: ApplicationDocument) => string,
) {
  const page = documents.slice(0, limit);
  const last = page.at(-1);
  const next = documents.length > limit && last ? cursorOf(last) : null;
  return { items: page.map(fromDocument), next };
}

function toDocument({ id, ...application }: StoredApplication): ApplicationDocument {
  const { scope } = application;
  return {
    _id: id,
    ...application,
    order: `${application.appliedAt}~${id}`,
    place: placeKey(scope.regionPrefix, id),
    levels: scope.levels ?? [],
    department: scope.department ?? null,
  };
}

function fromDocument(document: ApplicationDocument): StoredApplication {
  const { _id, order, place, levels, department, ...application } = document;
  return { id: _id, ...application };
}
