/** What the overview shows unless another scheme is asked for. */
export const defaultScheme = 'zhengwei-1';

/** Schemes whose scores are kept for every submission; any other is computed when asked for. */
export const scoredSchemes: readonly string[] = [
  defaultScheme,
  'zhengwei-assess-1',
  'wci-13.0',
  'wci-14.2',
];
