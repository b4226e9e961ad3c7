const tcb = require('@cloudbase/node-sdk');

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });

exports.main = async (event, context) => ({
  event,
  user: app.auth().getUserInfo(),
  userByContext: tcb.getCloudbaseContext(context).WX_OPENID ?? null,
  openidInEnvironment: process.env.WX_OPENID ?? null,
  env: process.env.TCB_ENV,
  source: process.env.TCB_SOURCE,
  trigger: process.env.TRIGGER_SRC ?? null,
  greeting: process.env.GREETING ?? null,
  host: process.env.NODE_ENV ?? null,
  limits: [context.memory_limit_in_mb, context.time_limit_in_ms],
});
