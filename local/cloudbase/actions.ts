import type { Environment } from './environments';
import type { Functions } from './functions';
import type { BinaryAnswer } from './http/answer';
import type { OpenApi } from './open-api';
import { type Parameters, text } from './parameters';
import { ServiceError } from './service-error';
import type { Storage } from './storage';

/** `data` and what stands beside it; or, for `wx.openApi`, WeChat's own answer. */
export type Answer = Record<string, unknown> | BinaryAnswer;
export type Action = (environment: Environment, parameters: Parameters) => Promise<Answer>;

/** All that the admin endpoint serves beside documents, by the name of the action. */
export function actionTable(services: {
  functions: Functions;
  storage: Storage;
  openApi: OpenApi;
}): ReadonlyMap<string, Action> {
  const { functions, storage, openApi } = services;
  return new Map<string, Action>([
    [
      'functions.invokeFunction',
      async ({ name: envName }, parameters) => {
        checkQualifier(parameters.qualifier);
        const result = await functions.invoke({
          envName,
          name: text(parameters, 'function_name'),
          event: text(parameters, 'request_data'),
          caller: functions.sessions.callerOf(parameters.tcb_sessionToken),
        });
        return { data: { response_data: result } };
      },
    ],
    [
      'storage.getUploadMetadata',
      async (env, parameters) => storage.uploadMetadata(env, parameters),
    ],
    [
      'storage.batchGetDownloadUrl',
      async (env, parameters) => storage.downloadUrls(env, parameters),
    ],
    ['storage.batchDeleteFile', (env, parameters) => storage.deleteFiles(env, parameters)],
    ['storage.batchCopyFile', (env, parameters) => storage.copyFiles(env, parameters)],
    ['wx.api', async (env, parameters) => openApi.wrapped(env, parameters)],
    ['wx.wxPayApi', async (_environment, parameters) => openApi.refuse(parameters)],
    ['wx.wxCallContainerApi', async (_environment, parameters) => openApi.refuse(parameters)],
    ['wx.openApi', async (env, parameters) => openApi.plain(env, parameters)],
  ]);
}

function checkQualifier(qualifier: unknown): void {
  if (qualifier === undefined || qualifier === '$LATEST' || qualifier === '$DEFAULT') return;
  throw new ServiceError(
    'FUNCTION_QUALIFIER_NOT_FOUND',
    'only the latest version of a function is served here',
  );
}
