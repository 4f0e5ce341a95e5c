package patchlight.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import patchlight.settings.Theme;

/** Dresses windows in the light or dark theme, as chosen or as the system has it. */
final class WindowTheme {
  private static final String LIGHT_ROLES = resource("/patchlight/css/light.css");
  private static final String DARK_ROLES = resource("/patchlight/css/dark.css");
  private static final String STYLES = resource("/patchlight/css/patchlight.css");
  private static final String[] FONTS = {"Inter-Regular", "Inter-Medium", "Inter-SemiBold"};

  private WindowTheme() {}

  /** Lets a scene follow a theme from now on. */
  static void follow(Scene scene, ObservableValue<Theme> theme) {
    for (String font : FONTS) {
      Font.loadFont(resource("/patchlight/fonts/" + font + ".otf"), 14);
    }
    Runnable dress = () -> dress(scene, theme.getValue());
    theme.subscribe(dress);
    Platform.getPreferences().colorSchemeProperty().subscribe(dress);
    dress.run();
  }

  /** Whether a theme is dark at this moment. */
  static boolean isDark(Theme theme) {
    return switch (theme) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /** Gives a scene, for example a dialog's, the styles of a theme. */
  static void dress(Scene scene, Theme theme) {
    boolean dark = isDark(theme);
    String sheet =
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
    // A sheet of its own for the roles' colours: menus and tooltips, which have roots of their
    // own, take the window's sheets but not the state of its root.
    scene.getStylesheets().setAll(dark ? DARK_ROLES : LIGHT_ROLES, STYLES);
    // The title bar, where the system lets a program choose.
    scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
  }

  private static String resource(String path) {
    return Objects.requireNonNull(WindowTheme.class.getResource(path), path).toExternalForm();
  }
}
