package patchlight.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import patchlight.settings.Theme;

/** Dresses windows in the light or dark theme, as chosen or as the system has it. */
final class WindowTheme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final String STYLES = resource("/patchlight/css/patchlight.css");
  private static final String[] FONTS = {"Inter-Regular", "Inter-Medium", "Inter-SemiBold"};

  private WindowTheme() {}

  /** Lets a scene follow a theme from now on. */
  static void follow(Scene scene, ObservableValue<Theme> theme) {
    for (String font : FONTS) {
      Font.loadFont(resource("/patchlight/fonts/" + font + ".otf"), 14);
    }
    scene.getStylesheets().add(STYLES);
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

  /** Gives a dialog's scene, which has a root of its own, the same styles. */
  static void dress(Scene scene, Theme theme) {
    boolean dark = isDark(theme);
    String sheet =
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
    if (!scene.getStylesheets().contains(STYLES)) {
      scene.getStylesheets().add(STYLES);
    }
    scene.getRoot().pseudoClassStateChanged(DARK, dark);
    // The title bar, where the system lets a program choose.
    scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
  }

  private static String resource(String path) {
    return Objects.requireNonNull(WindowTheme.class.getResource(path), path).toExternalForm();
  }
}
