package org.freehold.files;

import org.freehold.platform.Problem;

/** The content is of a type that this installation does not take, whatever the name says. */
public final class FileTypeNotAllowed extends Problem {
  public FileTypeNotAllowed(String contentType) {
    super(
        415,
        "file_type_not_allowed",
        "File type not allowed",
        "The content is " + contentType + ", which is not taken here.",
        "The operator says what is, with FREEHOLD_FILES_ALLOWED_TYPES and"
            + " FREEHOLD_FILES_FORBIDDEN_TYPES.");
  }
}
