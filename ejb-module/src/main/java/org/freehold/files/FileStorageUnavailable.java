package org.freehold.files;

import org.freehold.platform.Problem;

/** The storage of files does not answer, or does not take what is written. */
public final class FileStorageUnavailable extends Problem {
  private static final long serialVersionUID = 1;

  public FileStorageUnavailable() {
    super(
        503,
        "file_storage_unavailable",
        "File storage unavailable",
        "The storage of files does not answer.",
        "Try again in a while; the operator finds the reason under the request_id in the log.");
  }
}
