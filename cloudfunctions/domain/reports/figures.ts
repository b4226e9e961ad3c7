import type { NumberFormat } from '../../../typings/documents';
import type { ReportFigure, ReportGroup, ReportMeasure } from '../../../typings/reports';
import { type Dimension, groupOf, keysOf, type NamedScope } from './groups';
import { groupMeasures, type Measure, transitionMeasure, wholeMeasures } from './measures.data';
import { type Reading, type Scale, scaleOf } from './reading';
import { shown } from './shown';
import { emptyGroup, type Tally } from './tally';

const measures: Record<string, Measure> = {
  ...groupMeasures,
  ...wholeMeasures,
  changed: transitionMeasure,
};

/** Figures of a tally by `group.measure`: those that a report tells are kept, and no others. */
export class Figures {
  private readonly known = new Map<string, ReportFigure>();
  private readonly told = new Set<ReportFigure>();
  private readonly scale: Scale;
  private readonly regions: Reading['regions'];

  constructor(
    private readonly tally: Tally,
    private readonly named: NamedScope,
    scheme: string,
  ) {
    this.scale = scaleOf(scheme);
    this.regions = this.keys('region').flatMap((key) => tally.groups[key] ?? []);
  }

  /** The groups of a dimension that have accounts. */
  keys(dimension: Dimension): string[] {
    return keysOf(dimension, this.tally, this.named);
  }

  label(group: string): string {
    return groupOf(group, this.named).label;
  }

  /** A figure's value, which is not told by that. */
  value(id: string): number | null {
    return this.figure(id).value;
  }

  /** A figure that the report tells. */
  tell(id: string): ReportFigure {
    const figure = this.figure(id);
    this.told.add(figure);
    return figure;
  }

  private figure(id: string): ReportFigure {
    const figure = this.known.get(id) ?? this.read(id);
    this.known.set(id, figure);
    return figure;
  }

  /** A measure in words. */
  measure(name: string): ReportMeasure {
    const { label, unit, definition, ...measure } = measureNamed(name);
    return { label, unit, format: this.formatOf(measure), definition };
  }

  /** Head of a measure's column. */
  head(name: string): string {
    const { label, head = label, unit } = measureNamed(name);
    return unit ? `${head}（${unit}）` : head;
  }

  /** What was told, with the words for its groups and measures. */
  get all() {
    const figures = [...this.told];
    const groups = [...new Set(figures.map(({ group }) => group))];
    const names = [...new Set(figures.map(({ measure }) => measure))];
    return {
      figures,
      groups: Object.fromEntries(
        groups.map((key): [string, ReportGroup] => [key, groupOf(key, this.named)]),
      ),
      measures: Object.fromEntries(
        names.map((name): [string, ReportMeasure] => [name, this.measure(name)]),
      ),
    };
  }

  private read(id: string): ReportFigure {
    const [group = '', name = ''] = id.split('.');
    const measure = measureNamed(name);
    const { groups, transitions } = this.tally;
    const reading: Reading = {
      group: groups[group] ?? emptyGroup(),
      all: groups.all ?? emptyGroup(),
      moved: transitions[group.slice('transition:'.length)] ?? 0,
      tally: this.tally,
      scale: this.scale,
      regions: this.regions,
    };
    const value = measure.read(reading);
    return {
      id,
      group,
      measure: name,
      value,
      shown: shown(value, this.formatOf(measure), measure.signed),
      count: measure.count?.(reading) ?? null,
    };
  }

  private formatOf({ format }: Pick<Measure, 'format'>): NumberFormat {
    if (format !== 'index') return format;
    return this.scale.decimals === 1 ? 'one-decimal' : 'integer';
  }
}

function measureNamed(name: string): Measure {
  const measure = measures[name];
  if (!measure) throw new Error(`no measure ${name}`);
  return measure;
}
