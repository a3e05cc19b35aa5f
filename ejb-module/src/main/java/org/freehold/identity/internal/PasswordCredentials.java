package org.freehold.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.freehold.platform.Credentials;
import org.freehold.platform.FirstPassword;
import org.freehold.platform.UserId;

/** Stores passwords as Argon2id hashes. */
@ApplicationScoped
public class PasswordCredentials implements Credentials {
  @PersistenceContext private EntityManager em;

  @Override
  public void setFirst(UserId user, String password) {
    setFirst(user, ready(password));
  }

  @Override
  public FirstPassword ready(String password) {
    return new FirstPassword(PasswordHash.of(password));
  }

  @Override
  public void setFirst(UserId user, FirstPassword password) {
    em.createNativeQuery(
            "insert into control.credential (user_id, password_hash, changed_at) values (?1, ?2, now())"
                + " on conflict (user_id) do nothing")
        .setParameter(1, user.value())
        .setParameter(2, password.hash())
        .executeUpdate();
  }
}
