package patchlight.messages;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The program's texts, from {@code patchlight/messages.properties} on the class path. */
public final class Messages {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("patchlight.messages", Locale.ROOT);

  private Messages() {}

  /**
   * The text of a key with {0}, {1}, ... filled in as {@link MessageFormat} does, in English number
   * format.
   *
   * @param key for example {@code sketch.unreadable}; where there is no such text the key itself is
   *     shown, since a missing text must not hide the failure it was to tell of
   */
  public static String text(String key, Object... arguments) {
    if (!TEXTS.containsKey(key)) {
      return arguments.length == 0 ? key : key + " " + Arrays.toString(arguments);
    }
    return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(arguments);
  }
}
