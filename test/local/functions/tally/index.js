let calls = 0;
let inside = 0;

exports.main = async () => {
  calls += 1;
  inside += 1;
  const together = inside;
  await new Promise((resolve) => setTimeout(resolve, 20));
  inside -= 1;
  return { calls, together, process: process.pid };
};
