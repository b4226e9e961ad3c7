/** One field that tells of a person, and why it is kept. Words are Chinese. */
export interface PersonalField {
  collection: string;
  /** path in the document */
  field: string;
  what: string;
  purpose: string;
  /** 处理依据 */
  basis: string;
  retention: string;
  /** `member`: the keyed hash of an openid; `detail`: anything else about a person */
  holds: 'member' | 'detail';
  /**
   * What becomes of it when the person leaves: the document goes, the hash is replaced by 「已注销」, or
   * it stays. Details go or stay with the document that they are in.
   */
  onErase: 'remove' | 'anonymise' | 'keep';
}

export interface Erasure {
  /** records that went */
  removed: number;
  /** records that stay without the person */
  anonymised: number;
}
