/**
 * What is asked. A question is written once and serves the controls of all frameworks. To add one:
 * write it beside those of its subject, and name it in the controls that it belongs to. Ids of
 * controls are those of the frameworks; titles are our own words, since the texts are not ours.
 */
package org.freehold.compliance.catalogue;
