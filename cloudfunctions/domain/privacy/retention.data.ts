/** How long records of a collection stay after the moment in a field. */
export interface Retention {
  collection: 'invitations' | 'attempts' | 'requests' | 'audit';
  /** an instant, or the beginning of one: both sort as text */
  field: string;
  days: number;
}

/** 网络安全法 21: logs stay for six months at least. */
export const leastAuditDays = 183;

export const retentions: readonly Retention[] = [
  { collection: 'invitations', field: 'expiresAt', days: 90 },
  { collection: 'attempts', field: 'hour', days: 30 },
  { collection: 'requests', field: 'at', days: 60 },
  { collection: 'audit', field: 'at', days: 1096 },
];
