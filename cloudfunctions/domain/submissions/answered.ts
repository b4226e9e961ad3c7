import type { Figure, Figures, SubmissionInput } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';
import type { Contents } from './combine';

/**
 * What the files give, and what citizens' answers give where neither a file nor a person says
 * otherwise: an agency's own questionnaire stands above them.
 */
export function withAnswered(
  filed: Contents,
  answered: Figures,
  { standing, form }: { standing: Figures; form: SubmissionInput['form'] },
): Contents {
  const own = Object.entries(answered).filter(([name, { value }]) => {
    const metric = name as MetricName;
    const said = form[metric];
    if (said !== undefined) return said === value;
    return standing[metric]?.source !== 'form';
  });
  return { ...filed, figures: { ...Object.fromEntries(own), ...known(filed.figures) } };
}

/** What the files give, and above it what inspections tell: whoever is inspected cannot say otherwise. */
export const withInspected = (filed: Contents, inspected: Figures): Contents => ({
  ...filed,
  figures: { ...filed.figures, ...inspected },
});

/** Figures of a period to start the form from: what stands, else what citizens' answers give. */
export function startingFrom(standing: Figures, answered: Figures): Figures {
  return { ...answered, ...known(standing) };
}

function known(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).filter(([, { value }]: [string, Figure]) => value !== null),
  );
}
