package patchlight.sketch;

import patchlight.messages.Messages;

/** A sketch that cannot be read or written; the message says why and what to do. */
public final class SketchException extends Exception {
  private final String messageKey;
  private final String message;

  /**
   * @param messageKey key of {@code messages.properties}
   * @param arguments what the text's {0}, {1}, ... stand for; where the last is a {@link Throwable}
   *     it becomes the cause too
   */
  public SketchException(String messageKey, Object... arguments) {
    this.messageKey = messageKey;
    this.message = Messages.text(messageKey, arguments);
    if (arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable cause) {
      initCause(cause);
    }
  }

  @Override
  public String getMessage() {
    return message;
  }

  public String messageKey() {
    return messageKey;
  }
}
