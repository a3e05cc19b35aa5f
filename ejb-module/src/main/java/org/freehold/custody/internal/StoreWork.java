package org.freehold.custody.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.custody.CheckpointCopy;
import org.freehold.custody.CheckpointStore;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.files.WriteOnceBucket;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/**
 * Puts what waits into the store, one after the other: read in one transaction, put outside of any,
 * recorded in another. A node that dies in between puts the same again, which changes nothing. What
 * the store refuses is put again by itself and holds up no other.
 */
@ApplicationScoped
public class StoreWork implements WorkHandler {
  static final String KIND = "checkpoint_store";

  private static final Logger LOG = System.getLogger(StoreWork.class.getName());
  private static final String EARLIER = "what it refused earlier is put again later";

  @Inject CheckpointStore store;
  @Inject StoreSettings settings;
  @Inject StoreLine line;
  private WriteOnceBucket bucket;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    if (!settings.isConfigured()) {
      // A setting that is missing by mistake takes nothing away: what waits, waits.
      return;
    }
    if (!line.enter()) {
      throw NotNow.unattempted(line.pause());
    }
    try {
      putAll();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The store of checkpoints failed", e);
      line.failed(e.getMessage());
      throw NotNow.unattempted(line.pause());
    } finally {
      line.leave();
    }
  }

  /** All whose turn has come; what was refused waits for its next by itself. */
  private void putAll() throws IOException, NotNow {
    String refusal = null;
    List<CheckpointCopy> due = store.due();
    while (!due.isEmpty()) {
      for (CheckpointCopy copy : due) {
        try {
          put(copy);
        } catch (WriteOnceBucket.Refused e) {
          LOG.log(Level.DEBUG, "The store refused a checkpoint", e);
          refusal = e.getMessage();
          store.refused(copy);
        }
        line.reached();
      }
      due = store.due();
    }
    Optional<Instant> next = store.nextRefused();
    line.tookAllBut(next.isEmpty() ? null : refusal == null ? EARLIER : refusal);
    if (next.isPresent()) {
      throw NotNow.unattempted(line.until(next.get()));
    }
  }

  private void put(CheckpointCopy copy) throws IOException {
    Optional<String> other = bucket().putNew(settings.prefix() + copy.path(), copy.note());
    if (other.isPresent() && !isSame(other.get(), copy.note())) {
      LOG.log(
          Level.ERROR,
          "The store holds another checkpoint of {0}: the history is not the one that left before",
          copy.path());
      store.contradicted(copy, other.get());
    } else {
      store.stored(copy);
    }
  }

  /** Of the same root: it may be signed by the key before. */
  private static boolean isSame(String stored, String signed) {
    try {
      return SignedNote.parse(stored).text().equals(SignedNote.parse(signed).text());
    } catch (IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "What is stored is no checkpoint", e);
      return false;
    }
  }

  /** Made when first needed, by the one who is in the line. */
  private WriteOnceBucket bucket() {
    if (bucket == null) {
      bucket = new WriteOnceBucket(settings.access());
    }
    return bucket;
  }

  @PreDestroy
  void close() {
    if (bucket != null) {
      bucket.close();
    }
  }
}
