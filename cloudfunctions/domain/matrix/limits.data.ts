/** WeChat's own limits of a menu; the rest are this product's. */
export const limits = {
  columns: 3,
  itemsPerColumn: 5,
  name: 60,
  links: 80,
  jsonLength: 60_000,
} as const;
