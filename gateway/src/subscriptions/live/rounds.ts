/** Goes through the members of a group in pieces, again and again while something comes. */
export class Rounds<Member> {
  readonly #members: Iterable<Member>;
  readonly #give: (member: Member) => void;
  readonly #onOver: () => void;
  /** Where the present round stands. */
  #rest: Iterator<Member> | undefined;
  #isBehind = false;

  /** @param give hands a member what it lacks @param onOver everybody has been given what there was */
  constructor(members: Iterable<Member>, give: (member: Member) => void, onOver: () => void) {
    this.#members = members;
    this.#give = give;
    this.#onOver = onOver;
  }

  /** Something has come: if a round is under way, another has to follow for those who had their turn already. */
  behind(): void {
    this.#isBehind = this.#rest !== undefined;
  }

  /** Goes on for so many members. Answers to how many it gave; fewer than asked when nothing is left to do. */
  go(members: number): number {
    this.#rest ??= this.#members[Symbol.iterator]();
    for (let served = 0; served < members; served += 1) {
      const { done, value } = this.#rest.next();
      if (done) return this.#over(served, members);
      this.#give(value);
    }
    return members;
  }

  #over(served: number, members: number): number {
    this.#rest = undefined;
    const isBehind = this.#isBehind;
    this.#isBehind = false;
    if (isBehind) return members;
    this.#onOver();
    return served;
  }
}
