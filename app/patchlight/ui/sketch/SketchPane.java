package patchlight.ui.sketch;

import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import patchlight.sketch.Sketch;
import patchlight.ui.controls.IconButton;

/** The left part of the window: tools, and the paper under them. */
public final class SketchPane extends VBox {
  private final SketchViewModel model;
  private final SketchFiles files;
  private final SketchPaper paper;

  /**
   * The part for one drawing.
   *
   * @param samples shown while the paper is blank
   * @param penWidth of a slow stroke, in screen units
   */
  public SketchPane(
      SketchViewModel model,
      SketchFiles files,
      ObservableList<SampleSketch> samples,
      double penWidth) {
    this.model = model;
    this.files = files;
    paper = new SketchPaper(model, penWidth);
    SampleStrip strip = new SampleStrip(samples, this::draw);
    strip.visibleProperty().bind(model.blankProperty());
    StackPane sheet = new StackPane(paper, strip);
    sheet.getStyleClass().add("sheet");
    VBox.setVgrow(sheet, Priority.ALWAYS);
    files.acceptDropsOn(this);
    getStyleClass().addAll("part", "sketch-part");
    getChildren().addAll(tools(), sheet);
  }

  /** The chosen button goes away with the strip, so the paper takes the keys. */
  private void draw(Sketch sample) {
    model.replace(sample);
    paper.requestFocus();
  }

  public SketchPaper paper() {
    return paper;
  }

  private HBox tools() {
    ToggleButton pen = IconButton.toggle(MaterialDesignP.PENCIL_OUTLINE, "ui.sketch.pen");
    ToggleButton eraser = IconButton.toggle(MaterialDesignE.ERASER, "ui.sketch.eraser");
    ToggleGroup tools = new ToggleGroup();
    tools.getToggles().addAll(pen, eraser);
    pen.setOnAction(pressed -> model.toolProperty().set(SketchTool.PEN));
    eraser.setOnAction(pressed -> model.toolProperty().set(SketchTool.ERASER));
    model
        .toolProperty()
        .subscribe(tool -> tools.selectToggle(tool == SketchTool.PEN ? pen : eraser));
    // Pressing the tool in hand again must not leave the hand empty.
    tools
        .selectedToggleProperty()
        .addListener((toggle, before, now) -> {
          if (now == null && before != null) {
            tools.selectToggle(before);
          }
        });

    Button undo = IconButton.button(MaterialDesignU.UNDO, "ui.sketch.undo", model::undo);
    undo.disableProperty().bind(model.canUndoProperty().not());
    Button redo = IconButton.button(MaterialDesignR.REDO, "ui.sketch.redo", model::redo);
    redo.disableProperty().bind(model.canRedoProperty().not());
    Button clear = whileDrawn(MaterialDesignT.TRASH_CAN_OUTLINE, "ui.sketch.clear", model::clear);
    Button read =
        IconButton.button(
            MaterialDesignF.FOLDER_OPEN_OUTLINE,
            "ui.sketch.importTip",
            () -> files.chooseAndRead(this));
    Button write =
        whileDrawn(
            MaterialDesignE.EXPORT_VARIANT,
            "ui.sketch.exportTip",
            () -> files.chooseAndWrite(this));
    name(pen, "pen");
    name(eraser, "eraser");
    name(undo, "undo");
    name(redo, "redo");
    name(clear, "clear");

    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox strip = new HBox(pen, eraser, divider(), undo, redo, divider(), clear, space, read, write);
    strip.getStyleClass().add("part-header");
    return strip;
  }

  private Button whileDrawn(Ikon icon, String messageKey, Runnable action) {
    Button button = IconButton.button(icon, messageKey, action);
    button.disableProperty().bind(model.blankProperty());
    return button;
  }

  private static void name(Node node, String id) {
    node.setId(id);
  }

  private static Separator divider() {
    Separator divider = new Separator(Orientation.VERTICAL);
    divider.getStyleClass().add("tool-divider");
    return divider;
  }

  /** Does what a key stands for in the whole window; leaves other keys alone. */
  public void handleKey(KeyEvent event) {
    Runnable action = event.isShortcutDown() ? shortcut(event) : plainKey(event);
    if (action != null) {
      action.run();
      event.consume();
    }
  }

  private @Nullable Runnable shortcut(KeyEvent event) {
    return switch (event.getCode()) {
      case Z -> event.isShiftDown() ? model::redo : model::undo;
      case Y -> model::redo;
      case N -> model::clear;
      case O -> () -> files.chooseAndRead(this);
      case S -> this::writeIfDrawn;
      default -> null;
    };
  }

  private @Nullable Runnable plainKey(KeyEvent event) {
    if (event.isAltDown() || event.isShiftDown()) {
      return null;
    }
    return switch (event.getCode()) {
      case P -> () -> model.toolProperty().set(SketchTool.PEN);
      case E -> () -> model.toolProperty().set(SketchTool.ERASER);
      case DELETE, BACK_SPACE -> model::clear;
      default -> null;
    };
  }

  private void writeIfDrawn() {
    if (!model.blankProperty().get()) {
      files.chooseAndWrite(this);
    }
  }
}
