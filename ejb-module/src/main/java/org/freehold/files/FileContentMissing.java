package org.freehold.files;

import org.freehold.platform.Problem;

/** The file is known, and the storage does not have its bytes. */
public final class FileContentMissing extends Problem {
  public FileContentMissing() {
    super(
        410,
        "file_content_missing",
        "Content missing",
        "The file is known here, and its content is not in the storage.",
        "Upload it again; the operator may have a backup of the storage.");
  }
}
