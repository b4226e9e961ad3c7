import { createHash } from 'node:crypto';
import type { Caller } from './identity';
import type { FunctionSettings } from './registry';

/** One event for one function. */
export interface Invocation {
  requestId: string;
  envName: string;
  /** The event as JSON text. */
  event: string;
  caller: Caller;
  sessionToken: string;
}

/** What an instance is told to run. */
export interface InstanceTask {
  event: string;
  environment: Record<string, string>;
  context: Record<string, unknown>;
}

const region = 'ap-shanghai';

/** The environment that every instance of an environment's functions starts with. */
export function baseEnvironment(envName: string, serviceUrl: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: region,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: envName,
    TCB_ENV: envName,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: serviceUrl }),
    CLOUDBASE_SERVICE_URL: serviceUrl,
    TZ: 'UTC',
  };
}

/** The environment variables and the context argument of one invocation, named as in the cloud. */
export function instanceTask(settings: FunctionSettings, invocation: Invocation): InstanceTask {
  const environment = { ...personKeys(invocation), ...platformKeys(invocation) };
  const complete = { ...environment, SCF_NAMESPACE: invocation.envName };
  return {
    event: invocation.event,
    environment,
    context: {
      callbackWaitsForEmptyEventLoop: false,
      memory_limit_in_mb: settings.memorySize,
      time_limit_in_ms: settings.timeout * 1000,
      request_id: invocation.requestId,
      function_name: settings.name,
      function_version: '$LATEST',
      namespace: invocation.envName,
      tencentcloud_region: region,
      environ: Object.entries(complete)
        .map(([key, value]) => `${key}=${value}`)
        .join(';'),
      environment: JSON.stringify(complete),
    },
  };
}

function personKeys({ caller: { identity } }: Invocation): Record<string, string> {
  if (identity === null) return { WX_CONTEXT_KEYS: '' };
  return {
    WX_OPENID: identity.openid,
    WX_APPID: identity.appid,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    LOGINTYPE: 'WECHAT-MINIPROGRAM',
  };
}

function platformKeys(invocation: Invocation): Record<string, string> {
  const { caller, envName, requestId, sessionToken } = invocation;
  const keys: Record<string, string> = {
    TCB_ENV: envName,
    TCB_SEQID: requestId,
    TCB_SOURCE: caller.source,
    TCB_SESSIONTOKEN: sessionToken,
    TCB_UUID: caller.identity === null ? '' : userIdOf(caller.identity.openid),
    TCB_ISANONYMOUS_USER: 'false',
  };
  const all = { ...keys, TCB_CONTEXT_KEYS: Object.keys(keys).join(',') };
  return caller.source === 'timer' ? { ...all, TRIGGER_SRC: 'timer' } : all;
}

function userIdOf(openid: string): string {
  return createHash('sha256').update(openid).digest('hex').slice(0, 32);
}
