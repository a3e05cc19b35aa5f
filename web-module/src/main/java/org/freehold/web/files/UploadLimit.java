package org.freehold.web.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.files.FileContents;
import org.freehold.files.FileTooLarge;
import org.freehold.platform.Problem;
import org.freehold.web.platform.StreamedBodies;

/** Uploads may be as long as a file may be, and a little for the other parts. */
@ApplicationScoped
public class UploadLimit implements StreamedBodies {
  private static final long ENVELOPE = 65_536;

  @Inject private FileContents contents;

  @Override
  public boolean at(String method, String path) {
    return method.equals("POST") && (path.equals("/api/files") || path.equals("/api/files/"));
  }

  @Override
  public long mostBytes() {
    return contents.maxBytes() + ENVELOPE;
  }

  @Override
  public Problem tooLong() {
    return new FileTooLarge(contents.maxBytes());
  }
}
