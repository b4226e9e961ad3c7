import type { Neighbourhood } from '../../../typings/matrix';

/** What someone should look at, each said once however many links it is true of. */
export function toHandle({ problems, circles }: Pick<Neighbourhood, 'problems' | 'circles'>) {
  const told = [
    ...problems.map(({ text }) => text),
    ...circles.map((circle) => `循环链接：${[...circle, circle[0]].join(' → ')}`),
  ];
  return [...new Set(told)];
}
