package org.freehold.files;

/** Given by {@link FileUploads} to one who may upload: {@link FileContents} takes bytes for it. */
public final class UploadPermit {
  private final FileId id;

  UploadPermit(FileId id) {
    this.id = id;
  }

  /** The id that the file will have. */
  public FileId id() {
    return id;
  }
}
