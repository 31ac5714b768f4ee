/** A name, what it says, and the labels it is split by; labels are bounded and never ids. */
export interface MetricShape<Label extends string> {
  /** `veza_<part>_<what>_<unit>`. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}
