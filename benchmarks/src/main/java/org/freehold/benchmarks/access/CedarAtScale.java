package org.freehold.benchmarks.access;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One tenant's rules in Cedar, as cheap as cedar-java lets them be: policies of this tenant only,
 * parsed once and kept on the native side, and of all people only the one who asks.
 */
final class CedarAtScale {

  private static final EntityTypeName PERSON = EntityTypeName.parse("Person").orElseThrow();
  private static final EntityTypeName ROLE = EntityTypeName.parse("Role").orElseThrow();
  private static final EntityTypeName ACTION = EntityTypeName.parse("Action").orElseThrow();
  private static final EntityUID TENANT =
      new EntityUID(EntityTypeName.parse("Tenant").orElseThrow(), "it");

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;
  private final Map<Integer, Entities> people = new HashMap<>();

  CedarAtScale(int tenant) {
    Scale.Rules rules = Scale.rules(tenant);
    Set<Policy> written = new HashSet<>();
    for (Scale.Entry entry : rules.entries()) {
      String when = entry.conditional() ? " when { context.mfa <= " + Scale.MFA_SECONDS + " }" : "";
      String text =
          "permit(principal in Role::\"%s\", action == Action::\"%s\", resource)%s;"
              .formatted(Scale.role(entry.role()), entry.code(), when);
      written.add(new Policy(text, "p" + written.size()));
    }
    policies = new PolicySet(written);
    try {
      policies.cache();
    } catch (CacheException refused) {
      throw new IllegalStateException(refused);
    }
    for (int person = 0; person < Scale.PEOPLE; person++) {
      Set<EntityUID> roles = new HashSet<>();
      for (int role : rules.rolesOfPeople().get(person)) {
        roles.add(new EntityUID(ROLE, Scale.role(role)));
      }
      people.put(person, new Entities(Set.of(new Entity(idOf(tenant, person), roles))));
    }
  }

  private static EntityUID idOf(int tenant, int person) {
    return new EntityUID(PERSON, Scale.person(tenant, person));
  }

  boolean decide(Scale.Question question) {
    long age = question.fresh() ? Scale.FRESH.mfaAgeSeconds() : Scale.STALE.mfaAgeSeconds();
    AuthorizationRequest request =
        new AuthorizationRequest(
            idOf(question.tenant(), question.person()),
            new EntityUID(ACTION, question.code()),
            TENANT,
            Map.of("mfa", new PrimLong(age)));
    try {
      AuthorizationResponse response =
          engine.isAuthorized(request, policies, people.get(question.person()));
      return response.success.orElseThrow().isAllowed();
    } catch (AuthException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
