package patchlight.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import patchlight.network.DevicePreference;

/**
 * What the person chose. Change one thing with the {@code with} methods.
 *
 * @param device where the network runs
 * @param model name of the model that searches, as the list of models has it
 * @param theme how the window looks
 * @param dividers where the window's columns meet, as shares of its width in (0, 1); empty before
 *     the first start
 * @param studioGallery whether the built-in gallery is the one being searched
 * @param lastFolder where a file was last opened or saved
 * @param window where the window was; empty before the first start
 * @param matchLineStrength match lines weaker than this are not drawn, in [0, 1]
 * @param penWidth pen on the canvas, in screen units, above 0
 */
public record Settings(
    DevicePreference device,
    String model,
    Theme theme,
    List<Double> dividers,
    boolean studioGallery,
    Optional<Path> lastFolder,
    Optional<WindowBounds> window,
    double matchLineStrength,
    double penWidth) {

  /** What a first start has. */
  public static final Settings USUAL =
      new Settings(
          DevicePreference.AUTOMATIC,
          "shipped",
          Theme.SYSTEM,
          List.of(),
          true,
          Optional.empty(),
          Optional.empty(),
          0.25,
          4);

  public Settings {
    if (model.isBlank()) {
      throw new IllegalArgumentException("A model has a name");
    }
    dividers = List.copyOf(dividers);
    for (double place : dividers) {
      if (!(place > 0 && place < 1)) {
        throw new IllegalArgumentException("Columns meet inside the window, not at " + place);
      }
    }
    if (!(matchLineStrength >= 0 && matchLineStrength <= 1)) {
      throw new IllegalArgumentException(
          "Strength of match lines is in [0, 1], not " + matchLineStrength);
    }
    if (!(penWidth > 0 && Double.isFinite(penWidth))) {
      throw new IllegalArgumentException("A pen has a width above 0, not " + penWidth);
    }
  }

  public Settings withDevice(DevicePreference other) {
    return new Settings(
        other,
        model,
        theme,
        dividers,
        studioGallery,
        lastFolder,
        window,
        matchLineStrength,
        penWidth);
  }

  public Settings withModel(String name) {
    return new Settings(
        device,
        name,
        theme,
        dividers,
        studioGallery,
        lastFolder,
        window,
        matchLineStrength,
        penWidth);
  }

  public Settings withTheme(Theme other) {
    return new Settings(
        device,
        model,
        other,
        dividers,
        studioGallery,
        lastFolder,
        window,
        matchLineStrength,
        penWidth);
  }

  public Settings withDividers(List<Double> places) {
    return new Settings(
        device,
        model,
        theme,
        places,
        studioGallery,
        lastFolder,
        window,
        matchLineStrength,
        penWidth);
  }

  public Settings withStudioGallery(boolean searched) {
    return new Settings(
        device, model, theme, dividers, searched, lastFolder, window, matchLineStrength, penWidth);
  }

  public Settings withLastFolder(Path folder) {
    return new Settings(
        device,
        model,
        theme,
        dividers,
        studioGallery,
        Optional.of(folder),
        window,
        matchLineStrength,
        penWidth);
  }

  public Settings withWindow(WindowBounds bounds) {
    return new Settings(
        device,
        model,
        theme,
        dividers,
        studioGallery,
        lastFolder,
        Optional.of(bounds),
        matchLineStrength,
        penWidth);
  }

  public Settings withMatchLineStrength(double strength) {
    return new Settings(
        device, model, theme, dividers, studioGallery, lastFolder, window, strength, penWidth);
  }

  public Settings withPenWidth(double width) {
    return new Settings(
        device,
        model,
        theme,
        dividers,
        studioGallery,
        lastFolder,
        window,
        matchLineStrength,
        width);
  }
}
