/** Loudness of a whole track. All null when the gate never opened, as for silence. @see EBU R 128, ITU-R BS.1770-4 */
export interface Loudness {
  /** Integrated loudness in LUFS. */
  readonly integratedLufs: number | null;
  /** Loudness range in LU. */
  readonly loudnessRangeLu: number | null;
  /** True peak in dBTP. */
  readonly truePeakDbtp: number | null;
}

/** Below this the gate was never open. */
const GATE_LUFS = -70;
/** What playback aims at, in LUFS. */
const TARGET_LUFS = -14;
/** Room that stays below full scale, in dB. */
const PEAK_CEILING_DBTP = -1;
const MAX_BOOST_DB = 6;
const MAX_CUT_DB = -12;

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/** Loudness from what a meter says, in LUFS, LU and dBTP; −Infinity and values at or under the gate become null. */
export function loudnessOf(integratedLufs: number, loudnessRangeLu: number, truePeakDbtp: number): Loudness {
  const isOpen = Number.isFinite(integratedLufs) && integratedLufs > GATE_LUFS;
  return {
    integratedLufs: isOpen ? round(integratedLufs, 1) : null,
    loudnessRangeLu: isOpen && Number.isFinite(loudnessRangeLu) ? round(loudnessRangeLu, 1) : null,
    truePeakDbtp: isOpen && Number.isFinite(truePeakDbtp) ? round(truePeakDbtp, 1) : null,
  };
}

/** Decibels by which a player should raise or lower the track: towards −14 LUFS, never over −1 dBTP, within −12…+6 dB. Null when it is unknown. */
export function gainDb({ integratedLufs, truePeakDbtp }: Loudness): number | null {
  if (integratedLufs === null || truePeakDbtp === null) return null;
  const highest = Math.min(MAX_BOOST_DB, PEAK_CEILING_DBTP - truePeakDbtp);
  return round(Math.max(MAX_CUT_DB, Math.min(highest, TARGET_LUFS - integratedLufs)), 1);
}
