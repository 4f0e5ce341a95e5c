/**
 * The network behind one door: a bundle of two ONNX graphs, the token encoder and the relation
 * matcher.
 */
@NullMarked
package patchlight.network;

import org.jspecify.annotations.NullMarked;
