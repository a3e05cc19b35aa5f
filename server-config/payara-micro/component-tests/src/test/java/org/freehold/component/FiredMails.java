package org.freehold.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Mail;
import org.freehold.platform.TenantId;

/** What administrators would be told by mail: no mail server is named here. */
@ApplicationScoped
public class FiredMails {
  private final Map<TenantId, List<Mail>> fired = new ConcurrentHashMap<>();

  void on(@Observes Mail mail) {
    fired.computeIfAbsent(CurrentCall.tenantId(), tenant -> new CopyOnWriteArrayList<>()).add(mail);
  }

  /** Their subjects, in order. */
  List<String> of(SampleTenant tenant) {
    return fired.getOrDefault(tenant.ref().id(), List.of()).stream().map(Mail::subject).toList();
  }
}
