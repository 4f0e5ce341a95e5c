package patchlight;

/** The program's entry: no words open the window, words run a command. */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts Patchlight.
   *
   * @param words a command and its options
   */
  public static void main(String[] words) {
    System.out.println("Usage: patchlight [index | search | explain | evaluate | bench] …");
  }
}
