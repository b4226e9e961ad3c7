export { currentMenuSchema } from './current-menu';
export { usualFunctions } from './departments.data';

import type { FunctionKind, ModeFacts, Reason } from '../../../typings/modes';
import type { CurrentMenuColumn, Positioning } from '../../../typings/positioning';
import { functionMix } from '../modes/function-mix';
import { questions } from '../modes/questions.data';
import { usualFunctions } from './departments.data';
import { planInteraction } from './interaction';
import { consequences, decideKind } from './kind';
import { menuGaps, planMenu } from './menu';
import { planRhythm } from './rhythm';

/**
 * Positions an account from its functions: kind with reasons and consequences, a menu within the
 * platform's limits, a rhythm, who answers, and what the menu in use lacks. Where the functions are
 * not known the department's usual ones are taken and said to be; where neither is, `kind` is null.
 */
export function position(facts: ModeFacts, currentMenu?: CurrentMenuColumn[]): Positioning {
  const known = functionsOf(facts);
  if (!known) {
    return {
      kind: null,
      because: [],
      consequences: [],
      functions: null,
      menu: [],
      rhythm: null,
      interaction: [],
      missing: [
        { fact: 'functions', question: questions.functions },
        { fact: 'department', question: questions.department },
      ],
      gaps: currentMenu ? menuGaps([], currentMenu) : null,
    };
  }
  const { functions, assumed } = known;
  const { kind, because } = decideKind(functions, facts);
  const menu = planMenu(functions, facts.department);
  return {
    kind,
    because: [...assumed, ...because, ...changeOfKind(facts, kind)],
    consequences: [...consequences[kind]],
    functions,
    menu,
    rhythm: planRhythm(kind, facts),
    interaction: planInteraction(functions, facts),
    missing: assumed.length > 0 ? [{ fact: 'functions', question: questions.functions }] : [],
    gaps: currentMenu ? menuGaps(menu, currentMenu) : null,
  };
}

function functionsOf(
  facts: ModeFacts,
): { functions: Record<FunctionKind, number>; assumed: Reason[] } | null {
  const functions = functionMix(facts);
  if (functions) return { functions, assumed: [] };
  const { department } = facts;
  if (!department) return null;
  return {
    functions: usualFunctions[department],
    assumed: [{ facts: ['department'], text: '职能占比没有填全，按同类部门的通常情况推算' }],
  };
}

function changeOfKind(facts: ModeFacts, kind: Positioning['kind']): Reason[] {
  if (facts.kind === undefined || facts.kind === kind) return [];
  return [
    {
      facts: ['kind'],
      text: '与现在的账号类型不同：类型一经选定，更改受平台限制，更换前请先向微信公众平台核实',
    },
  ];
}
