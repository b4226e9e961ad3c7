import cloudbase from '@cloudbase/node-sdk';

const serviceUrl = process.env.CLOUDBASE_SERVICE_URL;

/**
 * Any credentials serve a service of one's own; in the cloud they come with each call. On a busy machine
 * a write of many documents may take longer than the SDK would wait by itself.
 */
const ownService = serviceUrl
  ? { serviceUrl, secretId: 'local', secretKey: 'local', timeout: 60_000 }
  : {};

// Else the SDK asks the cloud's metadata service where it runs, twice a call and in vain.
if (serviceUrl) process.env.TENCENTCLOUD ??= 'true';

/** One client a process, made while the function loads. */
export const app = cloudbase.init({
  env: process.env.TCB_ENV ?? cloudbase.SYMBOL_CURRENT_ENV,
  ...ownService,
});

export const database = app.database();
