package patchlight.network;

/** Where the person wants the network to run. */
public enum DevicePreference {
  /** The GPU where it works, else the CPU with a note. */
  AUTOMATIC,
  /** The GPU; where it does not work the program says why and continues on the CPU. */
  GPU,
  /** The CPU. */
  CPU
}
