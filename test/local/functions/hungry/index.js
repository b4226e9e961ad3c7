exports.main = async ({ buffers }) => {
  const held = [];
  for (;;) {
    if (buffers) {
      held.push(Buffer.alloc(8 * 1024 * 1024, 1));
      await new Promise((resolve) => setTimeout(resolve, 10));
    } else {
      held.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
    }
  }
};
