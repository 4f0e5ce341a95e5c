package patchlight.command;

import patchlight.evaluation.Retrieval;
import picocli.CommandLine.Option;

/** How a benchmark's protocol is followed. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class ProtocolOptions {
  /** Protocols that can be followed. */
  enum Protocol {
    ZSE
  }

  @Option(
      names = "--protocol",
      required = true,
      paramLabel = "zse",
      description =
          "Measure by the protocol of ZSE-SBIR (arXiv 2303.14348): every sketch is a query, and"
              + " VOC AP over the first 200 is told too.")
  Protocol protocol;

  @Option(
      names = "--retrieval",
      paramLabel = "ret|rn",
      description =
          "With --protocol, what photos are ranked by: ret, the cosine of retrieval tokens, or also"
              + " rn, the relation score of every pair, which takes long. Default: ret.")
  Retrieval retrieval = Retrieval.RET;

  @Option(
      names = "--limit-photos",
      paramLabel = "N",
      description = "With --protocol, at most the first N photos of each category. Default: all.")
  int limitPhotos = Integer.MAX_VALUE;
}
