// One instance of one function, in its own process. Plain JavaScript, because a cold start would
// spend more time on a TypeScript loader than on the function.
// Usage: node instance.cjs ENTRY HANDLER MEMORY_MB, speaking over the process channel:
//   in  { event, environment, context }
//   out { type: 'ready' } | { type: 'result', result } | { type: 'failure', reason, message }
const [entry, handlerName, memoryLimit] = process.argv.slice(2);
const memoryCheckEvery = 100;

/** Everything is sent before the process may end, or the parent would only see it vanish. */
function send(message, afterwards = () => {}) {
  if (process.connected) process.send(message, afterwards);
}

function fail(reason, error) {
  const isError = error instanceof Error;
  console.error(error);
  send(
    {
      type: 'failure',
      reason,
      message: isError ? `${error.name}: ${error.message}` : String(error),
    },
    () => process.exit(1),
  );
}

process.on('disconnect', () => process.exit(0));
process.on('uncaughtException', (error) => fail('crashed', error));

let handler;
try {
  handler = require(entry)[handlerName];
  if (typeof handler !== 'function') throw new Error(`${entry} does not export ${handlerName}`);
  send({ type: 'ready' });
} catch (error) {
  fail('unloadable', error);
}

/** What the handler returns or resolves to; one that takes a third argument may call that back instead. */
function resultOf(event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = handler(event, context, callback);
    const callsBack = handler.length > 2 && typeof returned?.then !== 'function';
    if (!callsBack) resolve(returned);
  });
}

let invocationKeys = [];
process.on('message', async ({ event, environment, context }) => {
  for (const key of invocationKeys) delete process.env[key];
  invocationKeys = Object.keys(environment);
  Object.assign(process.env, environment);
  try {
    const result = await resultOf(JSON.parse(event), context);
    send({ type: 'result', result: JSON.stringify(result ?? null) });
  } catch (error) {
    console.error(error);
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    send({ type: 'failure', reason: 'thrown', message });
  }
});

// The heap is capped by --max-old-space-size; what lies outside it (buffers) is not.
setInterval(() => {
  const { heapUsed, external } = process.memoryUsage();
  if (heapUsed + external > Number(memoryLimit) * 1024 * 1024) {
    send({ type: 'failure', reason: 'memory', message: '' }, () => process.exit(1));
  }
}, memoryCheckEvery).unref();
