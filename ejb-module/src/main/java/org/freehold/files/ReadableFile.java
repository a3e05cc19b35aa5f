package org.freehold.files;

/**
 * Given by {@link Files} to one who may read the file: {@link FileContents} hands out its bytes.
 */
public final class ReadableFile {
  private final FileDetails details;

  ReadableFile(FileDetails details) {
    this.details = details;
  }

  public FileDetails details() {
    return details;
  }
}
