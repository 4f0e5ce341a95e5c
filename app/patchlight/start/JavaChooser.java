package patchlight.start;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jar's main class: runs the program in this Java where it is new enough, and otherwise in a
 * newer one that is installed on this computer.
 *
 * <p>Compiled for Java 11 and free of everything else in the program, so that an older {@code java}
 * on the path answers with a sentence or a running program, never with an
 * UnsupportedClassVersionError.
 */
public final class JavaChooser {
  static final int NEEDED_FEATURE = 25;
  private static final String PROGRAM = "patchlight.Launcher";
  private static final String STARTER = "patchlight.starter";

  private JavaChooser() {}

  /**
   * Runs the program with the given words.
   *
   * @param words passed on as they are
   */
  public static void main(String[] words) throws Exception {
    if (Runtime.version().feature() >= NEEDED_FEATURE) {
      endWithStarter();
      runHere(words);
      return;
    }
    Optional<Path> home = newestJava(javaHomes());
    if (home.isPresent()) {
      System.exit(runIn(home.get(), words));
    }
    System.err.println(
        "Patchlight needs Java "
            + NEEDED_FEATURE
            + " or newer; this is Java "
            + Runtime.version().feature()
            + " and no newer one was found. Install one (for example from https://adoptium.net),"
            + " or set JAVA_HOME to it, and run the same command again.");
    System.exit(1);
  }

  /**
   * The newest Java among installation folders, told by the {@code release} file in each.
   *
   * @param homes folders that may hold a Java installation; others are passed over
   * @return the first folder of the highest feature version, empty where none reaches Java 25
   */
  static Optional<Path> newestJava(Collection<Path> homes) {
    Path newest = null;
    int newestFeature = NEEDED_FEATURE - 1;
    for (Path home : homes) {
      int feature = feature(home);
      if (feature > newestFeature && javaProgram(home).isPresent()) {
        newest = home;
        newestFeature = feature;
      }
    }
    return Optional.ofNullable(newest);
  }

  /** The feature version (17, 25) in a folder's {@code release} file; 0 where it tells none. */
  private static int feature(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException notAJavaHome) {
      return 0;
    }
  }

  private static Optional<Path> javaProgram(Path home) {
    return Stream.of("java", "java.exe")
        .map(name -> home.resolve("bin").resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** JAVA_HOME first, then the folders where systems and version tools put their JDKs. */
  private static List<Path> javaHomes() {
    List<Path> homes = new ArrayList<>();
    String javaHome = System.getenv("JAVA_HOME");
    if (javaHome != null && !javaHome.isBlank()) {
      homes.add(Paths.get(javaHome));
    }
    String user = System.getProperty("user.home", "");
    for (String parent :
        List.of(
            "/usr/lib/jvm",
            "/usr/java",
            "/opt/java",
            "/Library/Java/JavaVirtualMachines",
            "C:\\Program Files\\Eclipse Adoptium",
            "C:\\Program Files\\Java",
            user + "/.sdkman/candidates/java",
            user + "/.jdks")) {
      for (Path child : children(parent)) {
        homes.add(child);
        homes.add(child.resolve("Contents").resolve("Home"));
      }
    }
    return homes;
  }

  private static List<Path> children(String folder) {
    try (Stream<Path> children = Files.list(Paths.get(folder))) {
      return children.sorted().collect(Collectors.toList());
    } catch (IOException | InvalidPathException notOnThisSystem) {
      return List.of();
    }
  }

  /**
   * Ends this program when the Java that started it is gone, even by kill -9: an index run must not
   * go on unseen and keep the gallery locked.
   */
  private static void endWithStarter() {
    Long starter = Long.getLong(STARTER);
    if (starter == null) {
      return;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(starter);
    if (process.isEmpty()) {
      Runtime.getRuntime().halt(1);
    }
    CompletableFuture<Void> unused =
        process.orElseThrow().onExit().thenRun(() -> Runtime.getRuntime().halt(1));
  }

  private static void runHere(String[] words) throws Exception {
    try {
      Class.forName(PROGRAM).getMethod("main", String[].class).invoke(null, (Object) words);
    } catch (InvocationTargetException thrownByTheProgram) {
      if (thrownByTheProgram.getCause() instanceof Exception) {
        throw (Exception) thrownByTheProgram.getCause();
      }
      throw thrownByTheProgram;
    }
  }

  /** Runs the program in another Java with this one's options and standard streams. */
  private static int runIn(Path home, String[] words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(javaProgram(home).orElseThrow().toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-D" + STARTER + "=" + ProcessHandle.current().pid());
    command.add("-cp");
    command.add(System.getProperty("java.class.path", ""));
    command.add(JavaChooser.class.getName());
    command.addAll(List.of(words));
    Process program = new ProcessBuilder(command).inheritIO().start();
    // Ctrl-C or a plain kill of this process lets the program close its gallery first.
    Runtime.getRuntime().addShutdownHook(new Thread(program::destroy));
    return program.waitFor();
  }
}
