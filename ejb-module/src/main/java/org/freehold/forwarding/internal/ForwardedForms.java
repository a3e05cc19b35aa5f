package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.forwarding.Batch;

/** An event in the forms in which it is sent. */
@ApplicationScoped
public class ForwardedForms {
  @Inject private ForwardingSettings settings;

  /** {@code tenant} is the slug. */
  public Batch.Forwarded of(SealedEvent event, String tenant) {
    String ocsf = Ocsf.of(event);
    String syslog =
        SyslogMessage.of(event, tenant, settings.host(), settings.enterpriseNumber(), ocsf);
    return new Batch.Forwarded(ocsf, syslog);
  }
}
