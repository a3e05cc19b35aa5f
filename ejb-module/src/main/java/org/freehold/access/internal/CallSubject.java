package org.freehold.access.internal;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.List;
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
  private transient Caller caller;

  public Subject subject() {
    return caller().subject();
  }

  /** The roles that the caller holds in the whole tenant at this moment. */
  public List<String> roles() {
    return caller().roleNames();
  }

  private Caller caller() {
    if (caller == null) {
      caller = subjects.load(CurrentCall.tenantId(), CurrentCall.get().actor());
    }
    return caller;
  }
}
