package org.freehold.component;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Remembers what it was given, and fails where it was told to. */
@ApplicationScoped
public class ProbeWork implements WorkHandler {
  static final String KIND = "component_probe";

  private final Queue<WorkItem> handled = new ConcurrentLinkedQueue<>();
  private final Queue<UUID> failing = new ConcurrentLinkedQueue<>();
  private final Map<UUID, CountDownLatch> held = new ConcurrentHashMap<>();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws InterruptedException {
    if (!CurrentCall.tenantId().equals(item.tenant())) {
      throw new IllegalStateException("Called outside of the item's tenant");
    }
    handled.add(item);
    CountDownLatch hold = held.get(item.subject());
    if (hold != null) {
      hold.await();
    }
    if (failing.remove(item.subject())) {
      throw new IllegalStateException("The probe fails once, as it was told to");
    }
  }

  public void failOnce(UUID subject) {
    failing.add(subject);
  }

  /** Is not done before {@link #letGo}. */
  public void hold(UUID subject) {
    held.put(subject, new CountDownLatch(1));
  }

  public void letGo(UUID subject) {
    held.remove(subject).countDown();
  }

  public boolean isBegun(UUID subject) {
    return handled.stream().anyMatch(item -> item.subject().equals(subject));
  }

  public List<WorkItem> handled(Collection<UUID> subjects) {
    return handled.stream().filter(item -> subjects.contains(item.subject())).toList();
  }
}
