import { functionMix } from '../../../cloudfunctions/domain/modes/function-mix';
import { position } from '../../../cloudfunctions/domain/positioning';
import type { ModeFacts } from '../../../typings/modes';

it.each<[ModeFacts['functions'], [number, number, number] | null]>([
  [undefined, null],
  [{}, null],
  [{ information: 0, service: 0, interaction: 0 }, null],
  [{ information: 0.5 }, null],
  [{ information: 1 }, [1, 0, 0]],
  [{ information: 0.6, service: 0.2 }, [0.6, 0.2, 0.2]],
  [{ information: 0.6, service: 0.4 }, [0.6, 0.4, 0]],
  [{ information: 6, service: 2, interaction: 2 }, [0.6, 0.2, 0.2]],
])('the mix of %j is %j', (functions, expected) => {
  const mix = functionMix({ functions });
  if (expected === null) expect(mix).toBeUndefined();
  else {
    const [information, service, interaction] = expected;
    expect(mix?.information).toBeCloseTo(information, 12);
    expect(mix?.service).toBeCloseTo(service, 12);
    expect(mix?.interaction).toBeCloseTo(interaction, 12);
  }
});

it('an account is not positioned by a part of its functions', () => {
  const answer = position({ functions: { service: 0.5 } });
  expect(answer.kind).toBeNull();
  expect(answer.missing.map(({ fact }) => fact)).toContain('functions');
});
