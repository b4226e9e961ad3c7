const faults = {
  throw: () => {
    throw new RangeError('out of cheese');
  },
  exit: () => process.exit(3),
  later: () => {
    setTimeout(() => {
      throw new Error('too late');
    });
    return new Promise(() => {});
  },
  nothing: () => undefined,
  large: () => 'x'.repeat(7 * 1024 * 1024),
};

exports.main = async ({ fault }) => {
  process.stdout.write(`asked to ${fault}\n`);
  return faults[fault]();
};
