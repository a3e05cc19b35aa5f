package org.freehold.web.files;

import java.util.Map;
import org.freehold.platform.Problem;
import org.freehold.web.platform.HeaderedProblem;

/** Nothing of the content is in the range that was asked for. */
public final class RangeNotSatisfiable extends Problem implements HeaderedProblem {
  private final long size;

  RangeNotSatisfiable(long size) {
    super(
        416,
        "range_not_satisfiable",
        "Range not satisfiable",
        "The content has " + size + " bytes, and none of them is in the range.",
        "Content-Range says how long the content is.");
    this.size = size;
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Content-Range", "bytes */" + size, "Accept-Ranges", "bytes");
  }
}
