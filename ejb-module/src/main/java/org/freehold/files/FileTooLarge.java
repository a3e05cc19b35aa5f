package org.freehold.files;

import org.freehold.platform.Problem;

/** The content of a file is longer than this installation takes. */
public final class FileTooLarge extends Problem {
  public FileTooLarge(long limit) {
    super(
        413,
        "file_too_large",
        "File too large",
        "The file is longer than " + limit + " bytes.",
        "Split it; the operator sets the limit with FREEHOLD_FILES_MAX_BYTES.");
    member("limit", limit);
  }
}
