import type {
  LinkState,
  MatrixLink,
  MatrixProblem,
  MatrixProblemKind,
  Relation,
  Tie,
} from '../../../typings/matrix';

const ofState: Partial<Record<LinkState, [MatrixProblemKind, (link: MatrixLink) => string]>> = {
  closed: ['dead-link', ({ place, stated }) => `${place}链接的“${stated}”已经关停，请删除或更换。`],
  moved: [
    'moved-link',
    ({ place, stated, to }) => `${place}链接的“${stated}”已关停，现为“${to?.name ?? ''}”，请更换。`,
  ],
  unknown: ['unknown-link', ({ place, stated }) => `${place}链接的“${stated}”没有登记，请核对。`],
  ambiguous: [
    'ambiguous-link',
    ({ place, stated }) => `${place}链接的“${stated}”有多个同名账号，请补充微信号。`,
  ],
  self: ['self-link', ({ place }) => `${place}链接到了本账号自己。`],
};

const rank: MatrixProblemKind[] = [
  'dead-link',
  'moved-link',
  'unknown-link',
  'ambiguous-link',
  'self-link',
  'missing-superior',
  'missing-subordinate',
  'not-linked-back',
];

/**
 * What is wrong with an account's links: each bad link, and each relation in use that the rule asks to
 * link to and that is not linked to. An account that never stated its links has none missing: unknown.
 */
export function problemsOf(
  links: readonly MatrixLink[],
  relations: { superiors: readonly Relation[]; subordinates: readonly Relation[] } | null,
): MatrixProblem[] {
  const bad = links.flatMap((link): MatrixProblem[] => {
    const found = ofState[link.state];
    return found ? [{ kind: found[0], text: found[1](link) }] : [];
  });
  const missing = relations
    ? [
        ...lacking(relations.superiors, ['none', 'in']).map(
          ({ name }): MatrixProblem => ({
            kind: 'missing-superior',
            text: `没有链接上级账号“${name}”。`,
          }),
        ),
        ...lacking(relations.subordinates, ['none', 'in']).map(
          ({ name }): MatrixProblem => ({
            kind: 'missing-subordinate',
            text: `没有链接下级账号“${name}”。`,
          }),
        ),
        ...lacking(relations.subordinates, ['out']).map(
          ({ name }): MatrixProblem => ({
            kind: 'not-linked-back',
            text: `下级账号“${name}”没有链接回来。`,
          }),
        ),
      ]
    : [];
  return [...bad, ...missing].sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
}

function lacking(relations: readonly Relation[], ties: Tie[]): Relation[] {
  return relations.filter(({ status, tie }) => status === 'active' && ties.includes(tie));
}
