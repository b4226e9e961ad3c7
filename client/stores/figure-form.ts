import { makeAutoObservable } from 'mobx';
import type { FormField } from '../../typings/submission';
import type { MetricName } from '../../typings/vocabulary';
import { formatBrief, parseFigure } from '../figures';

export type FormText = Partial<Record<MetricName, string>>;
export type FormValues = Partial<Record<MetricName, number | null>>;

const fractional: ReadonlySet<MetricName> = new Set<MetricName>(['medianReplyHours']);

/** The short form: what is asked, what was typed, and what is wrong with it, field by field. */
export class FigureForm {
  fields: FormField[] = [];
  text: FormText = {};
  errors: Partial<Record<MetricName, string>> = {};

  constructor() {
    makeAutoObservable(this);
  }

  /**
   * Asks these fields; what was typed before stays, and stored figures fill what was not. What the files
   * estimate is left to be typed: a stored figure would stand over the newer estimate.
   */
  ask(fields: FormField[]): void {
    this.fields = fields;
    for (const { metric, current, estimate } of fields) {
      const stored = current === null ? undefined : String(current);
      if (estimate !== undefined) {
        if (this.text[metric] === stored) delete this.text[metric];
      } else if (this.text[metric] === undefined && stored !== undefined) {
        this.text[metric] = stored;
      }
    }
  }

  type(metric: MetricName, text: string): void {
    this.text[metric] = text;
    delete this.errors[metric];
  }

  /** Takes over the last period's figure. */
  repeatPrevious(metric: MetricName): void {
    const previous = this.fields.find((field) => field.metric === metric)?.previous;
    if (previous !== undefined && previous !== null) this.type(metric, String(previous));
  }

  restore(text: FormText): void {
    this.text = { ...text };
    this.errors = {};
  }

  clear(): void {
    this.fields = [];
    this.restore({});
  }

  get filled(): number {
    return this.fields.filter(({ metric }) => !this.isBlank(metric)).length;
  }

  /** Fields that nothing is known of: neither typed nor estimated by a file. */
  get blanks(): number {
    return this.asked.length - this.filled;
  }

  /** Whether the files estimate something that is asked. */
  get hasEstimates(): boolean {
    return this.fields.some(({ estimate }) => estimate !== undefined);
  }

  /** Whether what is typed stands in the place of what a file estimates. */
  replaces(metric: MetricName): boolean {
    return this.fields.some((field) => field.metric === metric) && !this.isBlank(metric);
  }

  /** Whether what stands in the box is an estimate that was filed, of this period or the last. */
  isEstimate(metric: MetricName): boolean {
    const field = this.fields.find((one) => one.metric === metric);
    const parsed = parseFigure(this.text[metric] ?? '', false);
    if (!field || !parsed.ok || parsed.value === null || field.estimate !== undefined) return false;
    if (parsed.value === field.current) return field.currentEstimated === true;
    return parsed.value === field.previous && field.previousEstimated === true;
  }

  private isBlank(metric: MetricName): boolean {
    return (this.text[metric] ?? '').trim() === '';
  }

  /** Fields that will be sent: an estimate of a file stands where nothing is typed. */
  private get asked(): FormField[] {
    return this.fields.filter(
      ({ metric, estimate }) => estimate === undefined || !this.isBlank(metric),
    );
  }

  /** Figures as typed, blanks as null; or null after marking each bad field. */
  read(): FormValues | null {
    const values: FormValues = {};
    this.errors = {};
    for (const { metric } of this.asked) {
      const parsed = parseFigure(this.text[metric] ?? '', !fractional.has(metric));
      if (parsed.ok) values[metric] = parsed.value;
      else this.errors[metric] = parsed.message;
    }
    return Object.keys(this.errors).length === 0 ? values : null;
  }

  /** Marks what the function found; a key may be a path such as `form.comments`. */
  markErrors(fields: Record<string, string>): void {
    for (const { metric } of this.fields) {
      const message = fields[metric] ?? fields[`form.${metric}`];
      if (message) this.errors[metric] = message;
    }
  }

  /** The first bad field, to be brought into view. */
  get firstError(): MetricName | null {
    return this.fields.find(({ metric }) => this.errors[metric])?.metric ?? null;
  }

  /** What would be stored, for reading over before it is sent; `before` is a stored figure that differs. */
  get summary(): { label: string; shown: string; before: string | null; estimated: boolean }[] {
    return this.asked.map((field) => {
      const { metric, label, current } = field;
      const parsed = parseFigure(this.text[metric] ?? '', false);
      const value = parsed.ok ? parsed.value : null;
      const before = value === current ? null : shown(current, field);
      return { label, shown: shown(value, field), before, estimated: this.isEstimate(metric) };
    });
  }
}

function shown(value: number | null, { unit, choices }: FormField): string {
  if (value === null) return '未填';
  const chosen = choices?.find((choice) => choice.value === value);
  return chosen?.label ?? `${formatBrief(value)} ${unit}`;
}
