import type { AccountsApi } from './api/accounts';
import type { ContractsApi } from './api/contracts';
import type { DatasetsApi } from './api/datasets';
import type { FeedbackApi } from './api/feedback';
import type { InspectionsApi } from './api/inspections';
import type { LeaderboardsApi } from './api/leaderboards';
import type { LifecycleApi } from './api/lifecycle';
import type { MatrixApi } from './api/matrix';
import type { MembershipsApi } from './api/memberships';
import type { ModesApi } from './api/modes';
import type { MonitorsApi } from './api/monitors';
import type { PrivacyApi } from './api/privacy';
import type { ReportsApi } from './api/reports';
import type { ScoresApi } from './api/scores';
import type { SubmissionsApi } from './api/submissions';

export type { Answer, ApiError, ErrorCode, Page } from './answer';
export type { AccountFilter } from './api/accounts';
export type { PageStart } from './api/leaderboards';
export type { AccountPeriod } from './api/scores';

/**
 * The contract between the client and the cloud functions: `'<function>.<action>'`, input and
 * answer. A function's validator yields exactly the input named here (test/functions/contract).
 */
export interface Api
  extends AccountsApi,
    ContractsApi,
    DatasetsApi,
    FeedbackApi,
    InspectionsApi,
    LeaderboardsApi,
    LifecycleApi,
    MatrixApi,
    MembershipsApi,
    ModesApi,
    MonitorsApi,
    PrivacyApi,
    ReportsApi,
    ScoresApi,
    SubmissionsApi {}

export type ActionName = keyof Api;
export type ActionInput<A extends ActionName> = Parameters<Api[A]>[0];
export type ActionOutput<A extends ActionName> = ReturnType<Api[A]>;
