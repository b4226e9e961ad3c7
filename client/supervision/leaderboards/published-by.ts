import type { Leaderboard } from '../../../typings/leaderboards';

/** Whose supervisor published a board; the accounts that it ranks are told by its title. */
export const publishedBy = ({ publisher }: Pick<Leaderboard, 'publisher'>): string =>
  `${publisher.replace(' · 全部账号', '')} 发布`;
