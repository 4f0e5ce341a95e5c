package patchlight.network;

/** What lies at the bottom of a failure, in one line for a message. */
final class Reason {
  private Reason() {}

  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String name = root.getClass().getSimpleName();
    return message == null ? name : message.lines().findFirst().orElse(name);
  }
}
