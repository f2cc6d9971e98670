const LOW = 2 ** 22;
const { floor } = Math;

/** Adds up whole numbers of 44 bits without ever rounding, so that two sums that are equal are told as the same number. */
export class ExactSum {
  private high = 0;
  private low = 0;

  add(value: number, times: number): void {
    const high = floor(value / LOW);
    this.high += high * times;
    this.low += (value - high * LOW) * times;
    if (this.low >= 2 ** 52) this.settle();
  }

  private settle(): void {
    const carry = floor(this.low / LOW);
    this.high += carry;
    this.low -= carry * LOW;
  }

  /** The sum, divided: rounded once, at the very end. */
  over(divisor: number): number {
    this.settle();
    return (this.high * LOW + this.low) / divisor;
  }
}
