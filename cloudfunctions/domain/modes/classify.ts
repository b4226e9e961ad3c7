import type { Classification, ModeFacts, Question, Reason } from '../../../typings/modes';
import type { OperatingMode } from '../../../typings/vocabulary';
import { findContradictions } from './contradictions';
import { modeLabels, procurementLabels, purchaseLabels, roleOfMode } from './labels.data';
import { type AskedFact, questions } from './questions.data';

/** A share of content at or above this makes its writer the producer; the product's own choice. */
const producerShare = 0.5;

interface Verdict {
  mode: OperatingMode | null;
  because: Reason[];
}

/**
 * Says which operating mode an account is in, from facts (seed text, chapter 3 section 3: the
 * modes are told apart by whether the agency buys operation, and by who produces the content).
 * `mode` is null whenever facts contradict or do not suffice; `missing` then says what to ask.
 */
export function classify(facts: ModeFacts): Classification {
  const contradictions = findContradictions(facts);
  const verdict = contradictions.length > 0 ? { mode: null, because: [] } : decide(facts);
  return {
    mode: verdict.mode,
    role: verdict.mode === null ? null : roleOfMode[verdict.mode],
    because: verdict.because,
    missing: missingFacts(facts),
    contradictions,
    notes: notesOn(facts, verdict.mode),
  };
}

function decide(facts: ModeFacts): Verdict {
  if (facts.purchases === undefined) return decideWithoutPurchases(facts);
  if (facts.purchases.length === 0) {
    return verdict(
      facts,
      'independent',
      'purchases',
      '没有向社会组织购买任何服务，由本单位自己运作',
    );
  }
  const bought = facts.purchases.map((purchase) => purchaseLabels[purchase]).join('、');
  const vendor = vendorShare(facts);
  if (!facts.purchases.includes('operation')) {
    return verdict(facts, 'collaborative', 'purchases', `只购买${bought}，内容仍由本单位生产`);
  }
  if (vendor !== undefined && vendor < producerShare) {
    return verdict(
      facts,
      'collaborative',
      'purchases',
      `购买了${bought}，但多数内容仍由本单位生产`,
    );
  }
  return verdict(facts, 'delegated', 'purchases', `向社会组织购买了${bought}，由其代管运作`);
}

/** Without knowing what is bought, only two patterns leave a single reading. */
function decideWithoutPurchases(facts: ModeFacts): Verdict {
  const vendor = vendorShare(facts);
  const underContract = facts.contract === true || facts.procurement !== undefined;
  if (underContract && vendor !== undefined && vendor >= producerShare) {
    return verdict(facts, 'delegated', 'contract', '签有合同，且多数内容由社会组织生产');
  }
  if (facts.contract === false && vendor === 0) {
    return verdict(facts, 'independent', 'contract', '没有合同，也没有社会组织生产的内容');
  }
  return { mode: null, because: [] };
}

function verdict(facts: ModeFacts, mode: OperatingMode, fact: AskedFact, text: string): Verdict {
  return { mode, because: [{ facts: [fact], text }, ...supporting(facts)] };
}

function supporting(facts: ModeFacts): Reason[] {
  const reasons: Reason[] = [];
  const shares = [
    ['本单位', facts.contentShare?.government],
    ['社会组织', facts.contentShare?.vendor],
  ] as const;
  for (const [who, share] of shares) {
    if (share === undefined) continue;
    reasons.push({
      facts: ['contentShare'],
      text: `${who}生产约 ${Math.round(share * 100)}% 的内容`,
    });
  }
  if (facts.contract === true) {
    const way = facts.procurement ? `，以${procurementLabels[facts.procurement]}方式采购` : '';
    reasons.push({ facts: ['contract', 'procurement'], text: `与社会组织签有合同${way}` });
  }
  if (facts.finalReview === 'government') {
    reasons.push({ facts: ['finalReview'], text: '发布前由本单位终审' });
  }
  return reasons;
}

/** The vendor's share, taken from the government's where only that is known. */
export function vendorShare(facts: ModeFacts): number | undefined {
  const { government, vendor } = facts.contentShare ?? {};
  if (vendor !== undefined) return vendor;
  return government === undefined ? undefined : 1 - government;
}

function missingFacts(facts: ModeFacts): Question[] {
  const asked: AskedFact[] = [];
  if (facts.purchases === undefined) asked.push('purchases');
  if (vendorShare(facts) === undefined && facts.purchases?.length !== 0) asked.push('contentShare');
  if (facts.contract === undefined && facts.procurement === undefined) asked.push('contract');
  if (facts.finalReview === undefined) asked.push('finalReview');
  if (facts.procurement === undefined && facts.contract === true) asked.push('procurement');
  return asked.map((fact) => ({ fact, question: questions[fact] }));
}

function notesOn(facts: ModeFacts, mode: OperatingMode | null): Reason[] {
  const notes: Reason[] = [];
  if (facts.finalReview === 'vendor' || facts.finalReview === 'none') {
    notes.push({
      facts: ['finalReview'],
      text: '先审后发的终审责任始终在主办单位，请收回终审（国办发〔2018〕123号）',
    });
  }
  if (mode !== null && facts.currentMode !== undefined && facts.currentMode !== mode) {
    notes.push({
      facts: ['currentMode'],
      text: `填报的模式是${modeLabels[facts.currentMode]}，事实表明是${modeLabels[mode]}，以事实为准`,
    });
  }
  return notes;
}
