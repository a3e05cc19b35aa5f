package org.freehold.platform;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What asks other servers something, and takes as long as it takes, is done in no transaction. */
public final class NoTransaction {
  private NoTransaction() {}

  public static void require() {
    try {
      // Looked up, not injected: whose thread it is changes from call to call.
      TransactionSynchronizationRegistry transactions =
          InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
      if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
        throw new IllegalStateException("A transaction would be open for as long as this takes");
      }
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }
}
