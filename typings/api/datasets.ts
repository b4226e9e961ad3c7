import type { Page } from '../answer';
import type {
  ApplicationListing,
  DatasetApplication,
  DatasetColumn,
  DatasetDownload,
  DatasetRelease,
  DownloadLink,
  FigureColumn,
  Licence,
  OptionalColumn,
  PublishedTrend,
  ReleaseFormat,
} from '../datasets';
import type { RegionScope } from '../membership';
import type { Day, PeriodId } from '../vocabulary';

export interface DatasetsApi {
  'datasets.columns': (input: Record<string, never>) => {
    columns: DatasetColumn[];
    /** Chinese: the ladder's steps, from the finest */
    ladder: string[];
    licence: Licence;
  };
  /** releases that stand, newest first, for researchers */
  'datasets.catalogue': (input: { cursor?: string }) => Page<DatasetRelease>;
  'datasets.published': (input: { releaseId: string }) => {
    release: DatasetRelease;
    /** the caller's newest application; null when there is none */
    application: DatasetApplication | null;
  };
  'datasets.trend': (input: { releaseId: string; column: FigureColumn }) => PublishedTrend;
  'datasets.apply': (input: {
    requestKey: string;
    releaseId: string;
    institution: string;
    purpose: string;
    until: Day;
  }) => DatasetApplication;
  'datasets.applied': (input: Record<string, never>) => { applications: DatasetApplication[] };
  'datasets.acceptLicence': (input: {
    applicationId: string;
    licence: string;
  }) => DatasetApplication;
  'datasets.download': (input: { applicationId: string; format: ReleaseFormat }) => {
    files: DownloadLink[];
    /** the links stop working after so many seconds */
    validSeconds: number;
  };

  /** a supervisor's own releases, newest first */
  'datasets.list': (input: { cursor?: string }) => Page<DatasetRelease>;
  'datasets.get': (input: { releaseId: string }) => DatasetRelease;
  'datasets.create': (input: {
    requestKey: string;
    period: PeriodId;
    scope: RegionScope;
    columns: OptionalColumn[];
    k: number;
  }) => DatasetRelease;
  /** goes on with a release that is being made, for a few seconds */
  'datasets.advance': (input: { releaseId: string }) => DatasetRelease;
  'datasets.withdraw': (input: { releaseId: string; reason: string }) => DatasetRelease;
  'datasets.applications': (input: {
    releaseId: string;
    cursor?: string;
  }) => Page<ApplicationListing>;
  'datasets.waiting': (input: { cursor?: string }) => Page<ApplicationListing>;
  'datasets.decide': (input: {
    applicationId: string;
    approve: boolean;
    reason?: string;
  }) => ApplicationListing;
  'datasets.revoke': (input: { applicationId: string; reason: string }) => ApplicationListing;
  'datasets.downloads': (input: { releaseId: string; cursor?: string }) => Page<DatasetDownload>;
}
