package patchlight.network;

import static java.util.Objects.requireNonNull;

import patchlight.messages.Messages;

/** The network cannot be loaded or run; the message says what to do. */
public final class NetworkException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String messageKey;

  /**
   * @param messageKey of {@link Messages}, {@code network.…}
   * @param arguments what the message names
   */
  public NetworkException(String messageKey, Object... arguments) {
    super(Messages.text(messageKey, arguments));
    this.messageKey = messageKey;
  }

  /** As above, keeping what went wrong below for the log. */
  public NetworkException(Throwable cause, String messageKey, Object... arguments) {
    super(Messages.text(messageKey, arguments), cause);
    this.messageKey = messageKey;
  }

  public String messageKey() {
    return messageKey;
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }
}
