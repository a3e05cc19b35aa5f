package org.freehold.files.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.freehold.platform.TooMany;

/** Bounds the uploads of this node at one moment: each holds a thread and a buffer. */
@ApplicationScoped
public class UploadSlots {
  @Inject private FilesSettings settings;
  private Semaphore free;

  @PostConstruct
  void open() {
    free = new Semaphore(settings.uploadsAtOnce());
  }

  /** Takes a place; {@link TooMany} when all are taken. */
  public void take() {
    if (!free.tryAcquire()) {
      throw new TooMany(
          "too_many_uploads",
          "As many uploads as this server takes at once are under way.",
          "Try again in a moment; Retry-After says how many seconds.",
          1);
    }
  }

  /** Gives the place back. */
  public void free() {
    free.release();
  }
}
