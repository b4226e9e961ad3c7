const tcb = require('@cloudbase/node-sdk');

exports.main = async (event) => {
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  const { result } = await app.callFunction({ name: 'echo', data: event });
  return result;
};
