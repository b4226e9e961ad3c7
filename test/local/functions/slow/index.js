exports.main = ({ busy }) => {
  while (busy);
  return new Promise((resolve) => setTimeout(resolve, 60_000));
};
