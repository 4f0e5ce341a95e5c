package patchlight;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import patchlight.network.DevicePreference;

/** The import rules: who may know whom, and why. */
@AnalyzeClasses(packages = "patchlight", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule messagesKnowNobody =
      ofOurs("messages").because("every package renders its messages through it");

  @ArchTest
  static final ArchRule startKnowsNobody =
      ofOurs("start").because("an old Java must load it, and the rest is Java 25");

  @ArchTest
  static final ArchRule sketchKnowsOnlyMessages =
      ofOurs("sketch", "messages").because("what a person draws exists without a network");

  @ArchTest
  static final ArchRule networkKnowsOnlyMessages =
      ofOurs("network", "messages").because("the model is one door, the same for every caller");

  @ArchTest
  static final ArchRule settingsKnowOneWordOfTheNetwork =
      noClasses()
          .that(resideInAPackage("patchlight.settings.."))
          .should()
          .dependOnClassesThat(
              oursOutside("settings", "messages").and(not(equivalentTo(DevicePreference.class))))
          .because("settings are values on disk; the device is the network's word for one of them");

  @ArchTest
  static final ArchRule galleryKnowsTheNetwork =
      ofOurs("gallery", "network", "messages")
          .because("photos are encoded and stored without anyone searching");

  @ArchTest
  static final ArchRule retrievalKnowsItsThreeStages =
      ofOurs("retrieval", "gallery", "network", "sketch", "messages")
          .because("the main job is one straight line: sketch, network, gallery");

  @ArchTest
  static final ArchRule explanationKnowsNoGallery =
      ofOurs("explanation", "network", "sketch", "messages")
          .because("a match explains itself, wherever its photo is stored");

  @ArchTest
  static final ArchRule evaluationKnowsNoWindowAndNoCommand =
      ofOurs("evaluation", "explanation", "retrieval", "gallery", "network", "sketch", "messages")
          .because("it measures the same line that the window and the commands run");

  @ArchTest
  static final ArchRule commandsKnowNoWindow =
      noClasses()
          .that(resideInAPackage("patchlight.command.."))
          .should()
          .dependOnClassesThat(resideInAPackage("patchlight.ui.."))
          .because("commands run where there is no display");

  @ArchTest
  static final ArchRule windowKnowsNoCommand =
      noClasses()
          .that(resideInAPackage("patchlight.ui.."))
          .should()
          .dependOnClassesThat(resideInAPackage("patchlight.command.."))
          .because("both stand side by side on the same packages")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule partsOfTheWindowDoNotKnowEachOther =
      slices()
          .matching("patchlight.ui.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("patchlight.ui.."), resideInAPackage("patchlight.ui.controls.."))
          .because("the composition root wires them; a part can be tested alone")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule sharedControlsKnowNoPartOfTheWindow =
      noClasses()
          .that(resideInAPackage("patchlight.ui.controls.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("patchlight.ui..")
                  .and(not(resideInAPackage("patchlight.ui.controls.."))))
          .because("icon buttons and empty states are the same in every part")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("patchlight.(*)..")
          .should()
          .beFreeOfCycles()
          .because("the folder tree is read from the bottom up");

  @ArchTest
  static final ArchRule runtimeLivesInTheNetwork =
      only("network", "ai.djl..", "ai.onnxruntime..")
          .because("another engine must cost one package");

  @ArchTest
  static final ArchRule luceneLivesInTheGallery =
      only("gallery", "org.apache.lucene..").because("another index must cost one package");

  @ArchTest
  static final ArchRule javafxLivesInTheWindow =
      only(
              "ui",
              "javafx..",
              "com.sun.javafx..",
              "org.controlsfx..",
              "org.kordamp.ikonli..",
              "atlantafx..")
          .because("everything else runs without a display");

  @ArchTest
  static final ArchRule namesAreTheFieldsWords =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helpers?|Utils?|Data|Info|Processor)")
          .because("such a name says nothing of sketches, photos, tokens or rankings");

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    JavaPackage root = classes.getPackage("patchlight");
    List<String> unmarked =
        Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
            .filter(each -> !each.getClasses().isEmpty())
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();
    assertEquals(List.of(), unmarked, "packages without @NullMarked in package-info.java");
  }

  /** The package, which may import no other package of ours than the allowed ones. */
  private static ArchRule ofOurs(String name, String... allowed) {
    String[] known = Stream.concat(Stream.of(name), Stream.of(allowed)).toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage("patchlight." + name + ".."))
        .should()
        .dependOnClassesThat(oursOutside(known));
  }

  private static DescribedPredicate<JavaClass> oursOutside(String... packages) {
    String[] known =
        Stream.of(packages).map(name -> "patchlight." + name + "..").toArray(String[]::new);
    return resideInAPackage("patchlight..").and(not(resideInAnyPackage(known)));
  }

  /** The one package of ours that may import the given libraries. */
  private static ArchRule only(String name, String... libraries) {
    return noClasses()
        .that(not(resideInAPackage("patchlight." + name + "..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
