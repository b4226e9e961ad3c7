exports.main = (event, _context, callback) => {
  setTimeout(
    () => callback(event.fails ? new Error('called back') : null, { page: event.page }),
    1,
  );
};
