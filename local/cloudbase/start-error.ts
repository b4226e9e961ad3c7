/** A reason not to start, in words for the person who tried. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
