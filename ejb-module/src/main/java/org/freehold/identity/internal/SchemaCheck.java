package org.freehold.identity.internal;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.freehold.schema.SchemaVersion;

/** Refuses to serve a database whose schema is not the one that this build was made for. */
@Stateless
public class SchemaCheck {
  @PersistenceContext private EntityManager em;

  public void requireKnown() {
    require("control", SchemaVersion.control().newest());
    require("tenant", SchemaVersion.tenant().newest());
  }

  private void require(String schema, String expected) {
    Object found =
        em.createNativeQuery(
                "select version from "
                    + schema
                    + ".flyway_history where success and version is not null"
                    + " order by installed_rank desc limit 1")
            .getSingleResult();
    if (!expected.equals(found)) {
      throw new IllegalStateException(
          "The schema "
              + schema
              + " is at version "
              + found
              + ", and this build needs "
              + expected
              + ": run freehold migrate with this version of Freehold");
    }
  }
}
