package org.freehold.access.internal;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import org.freehold.engine.access.Subject;
import org.freehold.platform.CurrentCall;

/**
 * Who the caller of this transaction is to the access engine; read once, so that all of it is
 * decided alike.
 */
@TransactionScoped
public class CallSubject implements Serializable {
  private static final long serialVersionUID = 1;

  @Inject private transient SubjectRepository subjects;
  private transient Subject subject;

  public Subject subject() {
    if (subject == null) {
      subject = subjects.load(CurrentCall.tenantId(), CurrentCall.get().actor());
    }
    return subject;
  }
}
