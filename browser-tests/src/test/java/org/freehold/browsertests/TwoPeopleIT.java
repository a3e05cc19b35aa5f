package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

@InTheBrowser
class TwoPeopleIT {

  @Test
  void whoeverSavesWhatSomebodyElseHasChangedIsToldInsteadOfOverwritingIt(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    String path = "/api/projects/" + tenant.project("name", "Shared");
    visit.watch().expect(412, "PATCH", path);
    Dashboard dashboard =
        visit.dashboard().signIn(tenant.owner()).open(path.substring("/api/".length()) + "/edit");
    dashboard.dialog().getByLabel("Description").fill("Mine");
    tenant.api().patch(path, Body.of("description", "Theirs")).is(200);

    dashboard.button("Save").click();

    assertThat(dashboard.dialog().getByRole(AriaRole.ALERT)).isVisible();
    Assertions.assertThat(tenant.api().get(path).is(200).string("description")).isEqualTo("Theirs");
  }
}
