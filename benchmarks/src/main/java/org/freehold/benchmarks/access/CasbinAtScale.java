package org.freehold.benchmarks.access;

import java.util.ArrayList;
import java.util.List;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/** The rules in jCasbin, roles by domain. The cheap comparisons come first in the matcher. */
final class CasbinAtScale {

  private static final String MODEL =
      """
      [request_definition]
      r = sub, dom, act, mfa

      [policy_definition]
      p = sub, dom, act, cond

      [role_definition]
      g = _, _, _

      [policy_effect]
      e = some(where (p.eft == allow))

      [matchers]
      m = r.dom == p.dom && r.act == p.act && g(r.sub, p.sub, r.dom) && (p.cond == "always" || r.mfa <= 900)
      """;

  private final Enforcer enforcer;

  /** With these tenants' rules in one enforcer. */
  CasbinAtScale(List<Integer> tenants) {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    List<List<String>> policies = new ArrayList<>();
    List<List<String>> groupings = new ArrayList<>();
    for (int tenant : tenants) {
      Scale.Rules rules = Scale.rules(tenant);
      String domain = Scale.domain(tenant);
      for (Scale.Entry entry : rules.entries()) {
        String condition = entry.conditional() ? "mfa" : "always";
        policies.add(List.of(Scale.role(entry.role()), domain, entry.code(), condition));
      }
      for (int person = 0; person < Scale.PEOPLE; person++) {
        for (int role : rules.rolesOfPeople().get(person)) {
          groupings.add(List.of(Scale.person(tenant, person), Scale.role(role), domain));
        }
      }
    }
    enforcer.addPolicies(policies);
    enforcer.addGroupingPolicies(groupings);
  }

  boolean decide(Scale.Question question) {
    return enforcer.enforce(
        Scale.person(question.tenant(), question.person()),
        Scale.domain(question.tenant()),
        question.code(),
        question.fresh() ? Scale.FRESH.mfaAgeSeconds() : Scale.STALE.mfaAgeSeconds());
  }
}
