import { makeAutoObservable } from 'mobx';
import type { KpiMetricOption, KpiTemplate } from '../../typings/contract-form';
import type { ContractKpi } from '../../typings/kpis';
import { parseFigure } from '../figures';

export type KpiTextField = 'target' | 'weight' | 'floor' | 'percent' | 'unit' | 'cap';
type KpiChoice = Pick<ContractKpi, 'metric' | 'scheme' | 'period' | 'direction'> & {
  rule: ContractKpi['rule']['kind'];
};

/** One KPI while it is written: ratios and weights are typed in percent. */
export class KpiDraft {
  text: Record<KpiTextField, string>;
  choices: KpiChoice;
  errors: Partial<Record<KpiTextField | 'scheme' | 'period' | 'metric', string>> = {};

  constructor(
    readonly id: string,
    kpi: Omit<ContractKpi, 'id'>,
    private readonly options: KpiMetricOption[],
  ) {
    const { metric, scheme, period, direction, rule } = kpi;
    this.choices = { metric, scheme, period, direction, rule: rule.kind };
    const scale = this.scale;
    this.text = {
      target: written(kpi.target * scale),
      weight: written(kpi.weight * 100),
      floor: kpi.floor === null ? '' : written(kpi.floor * scale),
      percent: rule.kind === 'none' ? '' : written(rule.percent),
      unit: rule.kind === 'per-unit' ? written(rule.unit * scale) : '',
      cap: rule.kind === 'per-unit' ? written(rule.capPercent) : '',
    };
    makeAutoObservable<KpiDraft, 'options'>(this, { options: false });
  }

  get option(): KpiMetricOption | null {
    return this.options.find(({ metric }) => metric === this.choices.metric) ?? null;
  }

  get weight(): number {
    const parsed = parseFigure(this.text.weight, false);
    return parsed.ok ? (parsed.value ?? 0) : 0;
  }

  type(field: KpiTextField, text: string): void {
    this.text[field] = text;
    delete this.errors[field];
  }

  choose(choice: Partial<KpiChoice>): void {
    Object.assign(this.choices, choice);
    if (choice.metric) {
      this.choices.direction = this.option?.direction ?? 'at-least';
      if (!this.option?.needsScheme) this.choices.scheme = null;
    }
    this.errors = {};
  }

  /** The KPI as written, or null after marking each bad field. */
  read(): ContractKpi | null {
    this.errors = {};
    const { metric, scheme, period, direction, rule } = this.choices;
    const { scale } = this;
    const target = this.figure('target');
    const weight = this.figure('weight');
    const floor = this.text.floor.trim() === '' ? null : this.figure('floor');
    const percent = rule === 'none' ? 0 : this.figure('percent');
    const unit = rule === 'per-unit' ? this.figure('unit') : 0;
    const cap = rule === 'per-unit' ? this.figure('cap') : 0;
    if (this.option?.needsScheme && scheme === null) this.errors.scheme = '请选择指数方案。';
    if (Object.keys(this.errors).length > 0) return null;
    return {
      id: this.id,
      metric,
      scheme,
      period,
      direction,
      target: target / scale,
      weight: weight / 100,
      floor: floor === null ? null : floor / scale,
      rule:
        rule === 'none'
          ? { kind: rule }
          : rule === 'per-unit'
            ? { kind: rule, unit: unit / scale, percent, capPercent: cap }
            : { kind: rule, percent },
    };
  }

  private get scale(): number {
    return this.option?.percent ? 100 : 1;
  }

  private figure(field: KpiTextField): number {
    const parsed = parseFigure(this.text[field], false);
    if (!parsed.ok) this.errors[field] = parsed.message;
    else if (parsed.value === null) this.errors[field] = '这一项必填。';
    return parsed.ok ? (parsed.value ?? 0) : 0;
  }
}

/** A KPI to start from, its weight still to be shared. */
export function kpiFrom(template: KpiTemplate): Omit<ContractKpi, 'id'> {
  return { ...template.kpi, weight: 0 };
}

function written(value: number): string {
  return String(Number(value.toFixed(4)));
}
