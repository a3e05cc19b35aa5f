package org.freehold.component;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;

/** Work of a test in a transaction of the container. */
@Stateless
public class Transactions {
  @PersistenceContext private EntityManager em;
  @Resource private EJBContext context;

  /** What a test does with an entity manager. */
  public interface Work<T> {
    T with(EntityManager em) throws Exception;
  }

  /** Commits at the end, unless the work throws: then it rolls back and throws that. */
  public <T> T run(Work<T> work) throws Exception {
    try {
      return work.with(em);
    } catch (Exception | AssertionError e) {
      context.setRollbackOnly();
      throw e;
    }
  }

  /** Without any transaction. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public <T> T outside(Work<T> work) throws Exception {
    return work.with(em);
  }

  /** In a transaction of its own, while the caller's is suspended. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> T suspending(Work<T> work) throws Exception {
    return work.with(em);
  }

  /** In a transaction, within the call; null for no call at all. */
  static <T> T within(CallContext call, Transactions transactions, Work<T> work) throws Exception {
    return call == null
        ? transactions.run(work)
        : CurrentCall.within(call, () -> transactions.run(work));
  }
}
