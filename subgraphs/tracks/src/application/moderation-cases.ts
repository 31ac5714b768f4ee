/** How far the decisions of moderators were carried out. */
export interface ModerationCases {
  /** Whether a decision is newer than the last one of its case that was carried out; remembers it then. */
  advance(caseId: string, decisionNo: number): Promise<boolean>;
}
