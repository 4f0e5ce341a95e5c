package patchlight.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Counterparts;
import patchlight.explanation.CoveringCurve;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PairAttention;
import patchlight.explanation.RetrievalAttention;
import patchlight.explanation.StrokeEffect;
import patchlight.explanation.StrokeInfluence;
import patchlight.explanation.export.Ranks;
import patchlight.messages.Messages;

/** What was found out about a photo, as JSON and in a few lines. */
final class FindingsOutput {
  private FindingsOutput() {}

  static String text(Findings findings, Path out) {
    return findings.faithfulness().sentence()
        + System.lineSeparator()
        + Messages.text("command.explained", findings.photo().figures(), out);
  }

  static ObjectNode json(Findings findings, int lines, Path sketch, Path out) {
    Explanation explanation = findings.photo().explanation();
    ObjectNode root = Json.object();
    root.put("sketch", sketch.toString());
    root.put("photo", findings.photo().path().toString());
    root.put("picture", out.toString());
    root.put("similarity", Json.rounded(findings.photo().similarity()));
    root.put("relationScore", Json.rounded(explanation.relationScore()));
    root.put("confidence", Json.rounded(explanation.confidence()));
    explanation
        .right(explanation.strongest(explanation.patches()))
        .ifPresent(right -> root.put("rightPairs", Json.rounded(right)));
    findings.ranks().ifPresent(ranks -> ranks(root.putObject("ranks"), ranks));
    root.put("grid", explanation.grid());
    correspondences(root.putArray("correspondences"), explanation, lines);
    faithfulness(root.putObject("faithfulness"), findings.faithfulness());
    strokes(root.putObject("strokes"), findings.strokes());
    findings.attention().ifPresent(looks -> attention(root.putObject("retrievalAttention"), looks));
    findings
        .against()
        .ifPresent(other ->
            counterparts(
                root.putObject("against").put("photo", other.path().toString()),
                Counterparts.of(explanation, other.explanation())));
    return root;
  }

  private static void ranks(ObjectNode node, Ranks ranks) {
    node.put("bySimilarity", ranks.bySimilarity());
    node.put("photos", ranks.photos());
    ranks.byRelation().ifPresent(rank -> node.put("byRelation", rank));
    node.put("matched", ranks.matched());
  }

  private static void correspondences(ArrayNode rows, Explanation explanation, int lines) {
    for (Correspondence correspondence : explanation.strongest(lines)) {
      ObjectNode row = rows.addObject();
      patch(row.putObject("sketch"), correspondence.sketchPatch(), explanation.grid());
      patch(row.putObject("photo"), correspondence.photoPatch(), explanation.grid());
      row.put("strength", Json.rounded(correspondence.strength()));
    }
  }

  private static void patch(ObjectNode place, int patch, int grid) {
    place.put("patch", patch);
    place.put("row", patch / grid);
    place.put("column", patch % grid);
  }

  private static void faithfulness(ObjectNode node, Faithfulness faithfulness) {
    node.put("measurable", faithfulness.measurable());
    node.put("score", Json.rounded(faithfulness.score()));
    node.put("insertionScore", Json.rounded(faithfulness.insertionScore()));
    curve(node.putArray("deletion"), faithfulness.deletion());
    curve(node.putArray("insertion"), faithfulness.insertion());
  }

  private static void curve(ArrayNode rows, CoveringCurve curve) {
    for (CoveringCurve.Step step : curve.steps()) {
      ObjectNode row = rows.addObject();
      row.put("share", step.share());
      row.put("guided", Json.rounded(step.guided()));
      row.put("random", Json.rounded(step.random()));
    }
  }

  private static void strokes(ObjectNode node, StrokeInfluence influence) {
    node.put("similarity", Json.rounded(influence.whole().similarity()));
    influence.whole().rank().ifPresent(rank -> node.put("rank", rank));
    ArrayNode rows = node.putArray("without");
    for (StrokeEffect effect : influence.effects()) {
      ObjectNode row = rows.addObject();
      row.put("stroke", effect.stroke());
      row.put("similarity", Json.rounded(effect.without().similarity()));
      effect.without().rank().ifPresent(rank -> row.put("rank", rank));
    }
  }

  private static void attention(ObjectNode node, PairAttention looks) {
    heads(node.putArray("sketch"), looks.sketch());
    heads(node.putArray("photo"), looks.photo());
  }

  /** A list of patches' weights for each head, in row order. */
  private static void heads(ArrayNode rows, RetrievalAttention attention) {
    for (int head = 0; head < attention.heads(); head++) {
      ArrayNode row = rows.addArray();
      for (int patch = 0; patch < attention.patches(); patch++) {
        row.add(Json.rounded(attention.weights()[head * attention.patches() + patch]));
      }
    }
  }

  private static void counterparts(ObjectNode node, Counterparts counterparts) {
    patches(node.putArray("onlyInOther"), counterparts.onlyInOther());
    patches(node.putArray("onlyHere"), counterparts.onlyHere());
    patches(node.putArray("inBoth"), counterparts.inBoth());
  }

  private static void patches(ArrayNode array, List<Integer> patches) {
    patches.forEach(array::add);
  }
}
