/** The service's own limits, in bytes, so that they show before a deployment does. */
export const limits = {
  /** Event data of a function call, as text. */
  event: 100 * 1024,
  /** Any other call, and what a function returns. */
  call: 6 * 1024 * 1024,
  /** One stored file. */
  file: 100 * 1024 * 1024,
  /** What stands around a file in a form. */
  form: 64 * 1024,
} as const;
