/** One number that was measured several times, and what it is compared with. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** What the project wants, in words; the person who reads judges. */
  readonly goal?: string;
};

/** What a measure works with. */
export type Bench = {
  /** How often to repeat what is timed. */
  readonly runs: number;
  /** A folder of its own for this measure, removed with it. */
  readonly newFolder: () => string;
  /** Ends something when the measure is over, however it ends; the latest first. */
  readonly atEnd: (close: () => Promise<void> | void) => void;
};

/** One question that a benchmark answers. */
export type Measure = {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<Figure[]>;
};
