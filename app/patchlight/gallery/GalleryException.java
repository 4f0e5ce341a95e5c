package patchlight.gallery;

import static java.util.Objects.requireNonNull;

import patchlight.messages.Messages;

/** A photo or the gallery's index cannot be read or written; the message says what to do. */
public final class GalleryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String messageKey;

  /**
   * @param messageKey of {@link Messages}, {@code gallery.…}
   * @param arguments what the message names
   */
  public GalleryException(String messageKey, Object... arguments) {
    super(Messages.text(messageKey, arguments));
    this.messageKey = messageKey;
  }

  /** As above, keeping what went wrong below for the log. */
  public GalleryException(Throwable cause, String messageKey, Object... arguments) {
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
