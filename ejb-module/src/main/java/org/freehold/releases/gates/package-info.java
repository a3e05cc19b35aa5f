/**
 * What must be passed on the way into an environment: rules without state, and what was found when
 * they were asked.
 */
package org.freehold.releases.gates;
